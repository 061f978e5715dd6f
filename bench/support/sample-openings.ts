// The sample's opening utterances as topic discovery gets them (redacted, normalised, no small talk by the rule on words), with the planted topic
// of the conversations they stand in.
import { bearsIntent } from "../../src/mining/topics/bears-intent.ts";
import { createPreparer } from "../../src/prepare/prepare-conversation.ts";
import { generateSampleItems } from "../../src/sample/generate.ts";

export type SampleOpenings = {
  readonly texts: readonly string[];
  /** Conversations that open with each text. */
  readonly weights: readonly number[];
  readonly languages: readonly string[];
  /** For each conversation with an opening: its distinct opening texts as they are said, and its planted primary topic. */
  readonly conversations: readonly { readonly rows: readonly number[]; readonly topic: string }[];
};

/** A first message of fewer letters than this leaves the opening to the second. */
const SHORT_MESSAGE = 20;

/** Openings of the first `conversations` of the whole sample of `of` conversations. */
export function readSampleOpenings(conversations: number, of = 20_000): SampleOpenings {
  const preparer = createPreparer({ workspace: "bench", source: "bench", key: "bench" });
  const placeOf = new Map<string, number>();
  const weights: number[] = [];
  const languages: string[] = [];
  const found: { rows: number[]; topic: string }[] = [];
  for (const { conversation, key } of generateSampleItems({ conversations: of, to: conversations })) {
    const prepared = preparer.prepare(conversation).conversation;
    const said = prepared.messages.filter(({ role }) => role === "customer");
    const letters = said[0]?.utterances.reduce((sum, { normalised }) => sum + [...normalised].length, 0) ?? 0;
    const opening = said.slice(0, letters < SHORT_MESSAGE ? 2 : 1);
    const rows = new Set<number>();
    for (const { normalised } of opening.flatMap(({ utterances }) => utterances)) {
      if (!bearsIntent(normalised)) continue;
      const row = placeOf.get(normalised) ?? placeOf.size;
      placeOf.set(normalised, row);
      if (!rows.has(row)) weights[row] = (weights[row] ?? 0) + 1;
      languages[row] ??= key.language;
      rows.add(row);
    }
    if (rows.size > 0 && key.primaryTopic !== null) found.push({ rows: [...rows], topic: key.primaryTopic });
  }
  return { texts: [...placeOf.keys()], weights, languages, conversations: found };
}
