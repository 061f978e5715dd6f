// Has the models read every distinct text of the workspace that they have not read: one pass gives what is kept of its meaning
// and, where a customer may want something with it, its vector. Each batch is stored before the next begins.
import {
  insertReadings,
  listNextTextsWithoutReading,
  type StoredReading,
  type UnreadText,
} from "../../columnar/texts/readings.ts";
import { insertVectors } from "../../columnar/texts/vectors.ts";
import { bearsIntent } from "../../mining/topics/bears-intent.ts";
import type { Labeller, TextReading } from "../../nlp/label/labeller.ts";
import { SIGNALS } from "../../nlp/signal/signal.ts";
import { type EnrichContext, execOptions } from "./enrich-context.ts";

const LISTED_AT_ONCE = 50_000;
/** Some ten seconds of work. */
const STORED_AT_ONCE = 2048;

/** Names encoder and heads: readings by others are not used. */
export function modelsOf({ encoder, labeller }: EnrichContext): string {
  return `${encoder.version}+${labeller.version}`;
}

/** Returns how many texts got a vector. */
export async function readTexts(context: EnrichContext): Promise<number> {
  const { columnar, workspace } = context;
  const models = modelsOf(context);
  const options = execOptions(context, "enrich.read");
  let after = "0";
  let read = 0;
  let embedded = 0;
  for (;;) {
    const listed = await listNextTextsWithoutReading(
      columnar,
      { workspace, models, roles: ["customer", "bot", "agent"], after, limit: LISTED_AT_ONCE },
      options,
    );
    const last = listed.at(-1);
    if (last === undefined) return embedded;
    after = last.textHash;
    const known = listed.length < LISTED_AT_ONCE ? read + listed.length : undefined;
    for (let start = 0; start < listed.length; start += STORED_AT_ONCE) {
      const batch = listed.slice(start, start + STORED_AT_ONCE);
      const before = read;
      embedded += await readBatch(context, batch, (done) =>
        context.progress?.(before + done, known, "texts"),
      );
      read += batch.length;
    }
  }
}

/** Reads texts that these models have not read and stores what they say. Returns how many got a vector. */
export async function readBatch(
  context: EnrichContext,
  batch: readonly UnreadText[],
  onProgress?: (done: number) => void,
): Promise<number> {
  const { columnar, encoder, labeller, signal } = context;
  const options = execOptions(context, "enrich.read");
  const readings = await labeller.readTexts(
    batch.map(({ text, language }) => ({
      text,
      language: language === "" ? context.detectLanguage(text).language : language,
    })),
    { ...(signal !== undefined && { signal }), ...(onProgress !== undefined && { onProgress }) },
  );
  const vectors = batch.flatMap((text, at) => {
    const reading = readings[at];
    const isWanted = text.isCustomers && bearsIntent(text.text);
    return reading === undefined || !isWanted ? [] : [{ textHash: text.textHash, vector: reading.vector }];
  });
  await insertVectors(columnar, encoder.version, vectors, options);
  const stored = batch.flatMap((text, at) => {
    const reading = readings[at];
    return reading === undefined ? [] : [toStored(labeller, text, reading)];
  });
  await insertReadings(columnar, modelsOf(context), stored, options);
  return vectors.length;
}

function toStored(
  labeller: Labeller,
  { textHash }: UnreadText,
  { labels, state }: TextReading,
): StoredReading {
  if (labels === undefined) {
    const nothing = { sentiment: 0, emotions: [], act: "", actOfOthers: "", bearsIntent: false, signals: [] };
    return { textHash, isKnown: false, ...nothing };
  }
  const { act, bearsIntent: bears } = labeller.readTurn({ state, isCustomer: true });
  return {
    textHash,
    isKnown: true,
    sentiment: labels.sentiment.score,
    emotions: labels.emotions.felt.map(({ emotion }) => emotion),
    act,
    actOfOthers: labeller.readTurn({ state, isCustomer: false }).act,
    bearsIntent: bears,
    signals: SIGNALS.map((name) => labels.signals[name]),
  };
}
