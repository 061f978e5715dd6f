// What the models read in distinct texts: kept by text, so that a text that is said again is never read again.
import type { Role } from "../../core/domain.ts";
import { sql, typed } from "../../query/sql.ts";
import type { Columnar, ExecOptions } from "../columnar.ts";
import type { TextMeaning } from "../labels/text-label.ts";
import type { UnlabelledText } from "./list-texts.ts";

export type StoredReading = TextMeaning & {
  readonly textHash: string;
  /** False in a language that the models do not know: all else is empty then. */
  readonly isKnown: boolean;
  readonly sentiment: number;
  /** Probabilities in the order of the models' list of signals. */
  readonly signals: readonly number[];
};

/** Stores readings by these models; one that is stored already is replaced. */
export async function insertReadings(
  columnar: Columnar,
  models: string,
  readings: readonly StoredReading[],
  options: ExecOptions,
): Promise<void> {
  const version = Date.now();
  const rows = readings.map((reading) => ({
    models,
    text_hash: reading.textHash,
    is_known: reading.isKnown,
    sentiment: reading.sentiment,
    emotions: reading.emotions,
    act: reading.act,
    act_of_others: reading.actOfOthers,
    bears_intent: reading.bearsIntent,
    signals: reading.signals,
    version,
  }));
  await columnar.insert("readings", rows, options);
}

export type UnreadText = UnlabelledText & {
  /** Whether a customer says it somewhere. */
  readonly isCustomers: boolean;
};

/** Texts that these models have not read whose hashes follow `after`, in their order. Start with `"0"`. */
export async function listNextTextsWithoutReading(
  columnar: Columnar,
  wanted: {
    readonly workspace: string;
    readonly models: string;
    readonly roles: readonly Role[];
    readonly after: string;
    readonly limit: number;
  },
  options: ExecOptions,
): Promise<UnreadText[]> {
  return columnar.query<UnreadText>(
    sql`SELECT text_hash AS textHash, any(normalised) AS text, max(language) AS language,
          countIf(role = 'customer') > 0 AS isCustomers
        FROM utterances FINAL
        WHERE workspace = ${wanted.workspace} AND role IN ${wanted.roles} AND normalised != ''
          AND text_hash > ${typed(BigInt(wanted.after), "UInt64")}
          AND text_hash NOT IN (SELECT text_hash FROM readings WHERE models = ${wanted.models})
        GROUP BY text_hash ORDER BY text_hash LIMIT ${wanted.limit}`,
    options,
  );
}

const COLUMNS = sql`text_hash AS textHash, is_known AS isKnown, sentiment, emotions, act, act_of_others AS actOfOthers,
  bears_intent AS bearsIntent, signals`;

/** Readings of some texts, by text hash; those that these models have not read are absent. Up to some 10,000 at once. */
export async function loadReadingsOf(
  columnar: Columnar,
  wanted: { readonly models: string; readonly textHashes: readonly string[] },
  options: ExecOptions,
): Promise<Map<string, StoredReading>> {
  if (wanted.textHashes.length === 0) return new Map();
  const hashes = typed(wanted.textHashes.map(BigInt), "Array(UInt64)");
  const rows = await columnar.query<StoredReading>(
    sql`SELECT ${COLUMNS} FROM readings FINAL WHERE models = ${wanted.models} AND text_hash IN ${hashes}`,
    options,
  );
  return new Map(rows.map((row) => [row.textHash, row]));
}

/** Readings, by text hash, of the texts of which a place does not carry labels of this version. */
export async function loadReadings(
  columnar: Columnar,
  wanted: { readonly workspace: string; readonly models: string; readonly labelVersion: string },
  options: ExecOptions,
): Promise<Map<string, StoredReading>> {
  const rows = await columnar.query<StoredReading>(
    sql`SELECT ${COLUMNS} FROM readings FINAL
        WHERE models = ${wanted.models} AND text_hash IN (
          SELECT text_hash FROM utterances FINAL
          WHERE workspace = ${wanted.workspace} AND label_version != ${wanted.labelVersion})`,
    options,
  );
  return new Map(rows.map((row) => [row.textHash, row]));
}

/** The texts among those read in which there is no intent. What the models do not know is not judged. */
export function withoutIntentOf(readings: ReadonlyMap<string, StoredReading>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [textHash, { isKnown, bearsIntent }] of readings)
    if (isKnown && !bearsIntent) found.add(textHash);
  return found;
}
