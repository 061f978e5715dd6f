// Splits a transcript that lies in one text (`Customer: …` / `Agent: …`) into turns.
import type { Role } from "../../core/domain.ts";
import { ROLES_BY_WORD } from "./value-words.ts";

export type TranscriptTurn = { readonly role: Role; readonly text: string };

export type TranscriptSplitter = (transcript: string) => TranscriptTurn[];

/** Words too short or too common to announce a speaker unless a mapping says so. */
const UNSAFE_WORDS = new Set([
  "in",
  "out",
  "x",
  "note",
  "info",
  "event",
  "va",
  "ai",
  "team",
  "model",
  "prompt",
  "fin",
  "contact",
  "business",
  "company",
]);

/**
 * A speaker's word counts at the beginning of a line (after `[10:31]` or the like), or inside a line when written with
 * a capital: "I told the agent: no" starts no turn. A name may follow the word ("Agent Kim:"). What stands before the
 * first speaker belongs to nobody and is given to the first turn's text only if there is no turn at all: then the whole
 * text is one turn of `alone`.
 */
export function transcriptSplitter(
  speakers: Readonly<Record<string, Role>> | undefined,
  alone: Role,
): TranscriptSplitter {
  const words = new Map<string, Role>(
    speakers === undefined
      ? [...ROLES_BY_WORD].filter(([word]) => !UNSAFE_WORDS.has(word))
      : Object.entries(speakers).map(([word, role]) => [word.trim().toLowerCase(), role]),
  );
  const choice = [...words.keys()]
    .sort((a, b) => b.length - a.length)
    .map(escapePattern)
    .join("|");
  const pattern = new RegExp(
    `(^|[\\n\\r|]|<br\\s*/?>)?([ \\t]*(?:[[(]?\\d{1,2}:\\d{2}(?::\\d{2})?[\\])]?[ \\t]*-?[ \\t]*)?)(?<![\\p{L}\\p{N}])(${choice})(?:[ \\t]+[\\p{L}\\p{N}.#]{1,30}|[ \\t]*\\([^)\\n]{0,60}\\))?[ \\t]*:[ \\t]*`,
    "giu",
  );
  return (transcript) => {
    const turns: { role: Role; text: string }[] = [];
    let from = -1;
    let role: Role = alone;
    const close = (to: number) => {
      const text =
        from < 0
          ? ""
          : transcript
              .slice(from, to)
              .replaceAll(/<br\s*\/?>/gi, "\n")
              .trim();
      if (text !== "") turns.push({ role, text });
    };
    for (const match of transcript.matchAll(pattern)) {
      const word = match[3] ?? "";
      const startsLine = match[1] !== undefined;
      if (!startsLine && word.charAt(0) === word.charAt(0).toLowerCase()) continue;
      close(match.index);
      from = match.index + match[0].length;
      role = words.get(word.toLowerCase()) ?? alone;
    }
    close(transcript.length);
    const whole = transcript.trim();
    return turns.length > 0 || from >= 0 ? turns : whole === "" ? [] : [{ role: alone, text: whole }];
  };
}

function escapePattern(word: string): string {
  return word.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
