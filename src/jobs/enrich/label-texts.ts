// Labels texts that lack labels of the current version: the language from the words, sentiment, emotions and act from what the
// models read, the topic from a run just made or from the topics that are there.
import { type AppliedLabels, applyLabels } from "../../columnar/labels/apply-labels.ts";
import type { TextLabel } from "../../columnar/labels/text-label.ts";
import { listTextsWithoutLabels, type UnlabelledText } from "../../columnar/texts/list-texts.ts";
import { loadReadings, type StoredReading, withoutIntentOf } from "../../columnar/texts/readings.ts";
import { assignKnownTopics } from "../topics/assign-known-topics.ts";
import { explainSmallTalk } from "../topics/explain-unassigned.ts";
import type { TextTopic } from "../topics/mine-topics.ts";
import { type EnrichContext, execOptions } from "./enrich-context.ts";

/** One pass over the months labels this many texts; memory holds them meanwhile (some 200 bytes each). */
const LABELLED_AT_ONCE = 500_000;

export type LabelTextsOptions = {
  readonly labelVersion: string;
  /** Whose readings become labels. */
  readonly models: string;
  /** Topics of a run just made, by text hash. Unset: texts are put to the topics that are there. */
  readonly topicOf?: ReadonlyMap<string, TextTopic>;
};

/** Labels until no text lacks them. Returns what changed. */
export async function labelTexts(
  context: EnrichContext,
  { labelVersion, models, topicOf }: LabelTextsOptions,
): Promise<AppliedLabels> {
  const { columnar, workspace } = context;
  const options = execOptions(context, "enrich.label");
  let applied = { utterances: 0, conversations: 0 };
  for (;;) {
    const texts = await listTextsWithoutLabels(
      columnar,
      { workspace, labelVersion, limit: LABELLED_AT_ONCE },
      options,
    );
    if (texts.length === 0) return applied;
    const readings = await loadReadings(columnar, { workspace, models, labelVersion }, options);
    const topics =
      topicOf ?? (await assignKnownTopics(context, texts, { withoutIntent: withoutIntentOf(readings) }));
    const { utterances, conversations } = await applyLabels(
      columnar,
      { workspace, labelVersion },
      texts.map((text) => labelOf(context, text, readings.get(text.textHash), topics.get(text.textHash))),
      {
        ...options,
        onMonth: (done, total) => context.progress?.(done, total, "writing labels, by month"),
      },
    );
    if (utterances === 0) return applied;
    applied = {
      utterances: applied.utterances + utterances,
      conversations: applied.conversations + conversations,
    };
  }
}

/** The labels of a text: what its words say, what the models read in it, and the topic that was found for it. */
export function labelOf(
  context: EnrichContext,
  { textHash, text, language }: UnlabelledText,
  reading: StoredReading | undefined,
  topic?: TextTopic,
): TextLabel {
  const detected = language === "" ? context.detectLanguage(text).language : "";
  return {
    textHash,
    topicId: topic?.topicId ?? 0,
    topicConfidence: topic?.topicConfidence ?? 0,
    topicReason: topic?.topicReason ?? explainSmallTalk(text),
    nearTopicId: topic?.nearTopicId ?? 0,
    ...(reading !== undefined && { said: reading }),
    ...(reading?.isKnown === true && { sentiment: reading.sentiment }),
    ...(detected !== "" && detected !== "und" && { language: detected }),
  };
}
