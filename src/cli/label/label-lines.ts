// Lines of a window read together by the models, then each in its place in its conversation.

import type { ConversationModel } from "../../nlp/conversation/score-conversation.ts";
import { type EntityFinder, findEntities } from "../../nlp/entities/entity.ts";
import { type Dialogue, followDialogue } from "../../nlp/label/follow-dialogue.ts";
import type { Labeller, TextReading } from "../../nlp/label/labeller.ts";
import { detectLanguage } from "../../nlp/language/detect-language.ts";
import { normaliseText } from "../../prepare/normalise/normalise-text.ts";
import type { LabelLine } from "./read-line.ts";

export type LineLabeller = {
  /** The lines with their labels, in their order; conversations go on from one call to the next. */
  label(lines: readonly LabelLine[], signal?: AbortSignal): Promise<object[]>;
};

export type LineLabellerOptions = {
  readonly labeller: Labeller;
  readonly model: ConversationModel;
  readonly finders: readonly EntityFinder[];
};

export function createLineLabeller({ labeller, model, finders }: LineLabellerOptions): LineLabeller {
  const dialogues = new Map<string, Dialogue>();
  const dialogueOf = (conversation: string | undefined): Dialogue => {
    const known = conversation === undefined ? undefined : dialogues.get(conversation);
    const dialogue = known ?? followDialogue(labeller, model);
    if (conversation !== undefined) dialogues.set(conversation, dialogue);
    return dialogue;
  };

  function labelLine(line: LabelLine, language: string, reading: TextReading): object {
    const { turn, scores } = dialogueOf(line.conversation).add(reading, line.isCustomer);
    const { labels } = reading;
    return {
      ...line.record,
      language,
      sentiment: labels === undefined ? null : withRoundedNumbers(labels.sentiment),
      emotions: labels === undefined ? null : rounded(labels.emotions.felt),
      fineEmotions: labels === undefined ? null : rounded(labels.emotions.fine),
      act: turn?.act ?? null,
      intentBearing: turn?.bearsIntent ?? null,
      signals: labels === undefined ? null : roundedSignals(labels.signals),
      entities: findEntities(finders, line.text, line.time === undefined ? {} : { time: line.time }),
      ...(line.conversation !== undefined && scores),
    };
  }

  return {
    async label(lines, signal) {
      const languages = lines.map(({ text }) => detectLanguage(text).language);
      const texts = lines.map(({ text }, place) => ({
        text: normaliseText(text),
        language: languages[place] ?? "und",
      }));
      const readings = await labeller.readTexts(texts, signal === undefined ? {} : { signal });
      return lines.flatMap((line, place) => {
        const reading = readings[place];
        return reading === undefined ? [] : [labelLine(line, languages[place] ?? "und", reading)];
      });
    },
  };
}

function withRoundedNumbers({ score, probabilities }: { score: number; probabilities: readonly number[] }) {
  return { score: round(score), probabilities: probabilities.map(round) };
}

function rounded(felt: readonly { readonly emotion: string; readonly probability: number }[]) {
  return felt.map(({ emotion, probability }) => ({ emotion, probability: round(probability) }));
}

function roundedSignals(signals: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(signals).map(([name, value]) => [name, round(value)]));
}

/** Four decimals: past that a probability says nothing. */
function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
