// What a run reads: the customers' texts that bear an intent, apart by where they are said. Topics are found from what opens
// conversations and from what people gave to a topic; what is said later is put to them where it clearly fits.
import { countOpenings } from "../../columnar/texts/count-openings.ts";
import { listWithoutIntent } from "../../columnar/texts/list-without-intent.ts";
import { loadTopicTexts, type TopicTexts } from "../../columnar/texts/load-topic-texts.ts";
import { bearsIntent } from "../../mining/topics/bears-intent.ts";
import { type EnrichContext, execOptions } from "../enrich/enrich-context.ts";

export type TextSet = {
  readonly textHashes: readonly string[];
  readonly texts: readonly string[];
  readonly languages: readonly string[];
  /** The topic that each text carries now; 0 for none. */
  readonly stored: readonly number[];
  /** How often each text opens a conversation, at least 1. */
  readonly weights: readonly number[];
  readonly vectors: Float32Array<ArrayBuffer>;
};

export type MiningInput = {
  readonly opening: TextSet;
  readonly passing: TextSet;
  /** Texts of which neither is true: small talk, and what people took out of topics. */
  readonly others: readonly string[];
  /** All texts with a vector. */
  readonly count: number;
};

type MiningContext = Pick<
  EnrichContext,
  "columnar" | "encoder" | "workspace" | "signal" | "detectLanguage" | "progress"
>;

/**
 * `byHand` is the topic that people gave to texts, 0 for none; `models` those whose readings say what bears an intent, left out
 * the rule on words alone says it.
 */
export async function loadMiningInput(
  context: MiningContext,
  byHand: ReadonlyMap<string, number>,
  models: string | undefined,
): Promise<MiningInput> {
  const { columnar, encoder, workspace } = context;
  const { version, dimension } = encoder;
  const options = execOptions(context, "topics.mine");
  const wanted = { workspace, encoder: version, dimension, roles: ["customer"] as const };
  const loaded = await loadTopicTexts(columnar, wanted, options);
  const openings = await countOpenings(columnar, { workspace }, options);
  const withoutIntent =
    models === undefined
      ? new Set<string>()
      : await listWithoutIntent(columnar, { workspace, models }, options);
  const groups = Map.groupBy(loaded.textHashes.keys(), (row): "opening" | "passing" | "others" => {
    const hash = loaded.textHashes[row] ?? "";
    const given = byHand.get(hash);
    if (given !== undefined) return given === 0 ? "others" : "opening";
    if (withoutIntent.has(hash) || !bearsIntent(loaded.texts[row] ?? "")) return "others";
    return openings.has(hash) ? "opening" : "passing";
  });
  const take = (rows: readonly number[]) => takeTexts(context, loaded, rows, openings);
  return {
    opening: take(groups.get("opening") ?? []),
    passing: take(groups.get("passing") ?? []),
    others: (groups.get("others") ?? []).map((row) => loaded.textHashes[row] ?? ""),
    count: loaded.texts.length,
  };
}

/** Under a lens every text that it lets through counts like one that opens a conversation, as often as it is said. */
export async function loadLensInput(
  context: MiningContext,
  lensId: string,
  byHand: ReadonlyMap<string, number>,
): Promise<MiningInput> {
  const { columnar, encoder, workspace } = context;
  const { version, dimension } = encoder;
  const loaded = await loadTopicTexts(
    columnar,
    { workspace, lensId, encoder: version, dimension },
    execOptions(context, "topics.mine"),
  );
  const isOut = (hash: string): boolean => byHand.get(hash) === 0;
  const rows = loaded.textHashes.flatMap((hash, row) => (isOut(hash) ? [] : [row]));
  const weights = new Map(loaded.textHashes.map((hash, row) => [hash, loaded.weights[row] ?? 1]));
  return {
    opening: takeTexts(context, loaded, rows, weights),
    passing: takeTexts(context, loaded, [], weights),
    others: loaded.textHashes.filter(isOut),
    count: loaded.texts.length,
  };
}

function takeTexts(
  context: MiningContext,
  loaded: TopicTexts,
  rows: readonly number[],
  weights: ReadonlyMap<string, number>,
): TextSet {
  const { dimension } = context.encoder;
  const pick = <Value>(values: readonly Value[]): Value[] => rows.map((row) => values[row] as Value);
  const texts = pick(loaded.texts);
  const textHashes = pick(loaded.textHashes);
  const vectors = new Float32Array(rows.length * dimension);
  rows.forEach((row, at) => {
    vectors.set(loaded.vectors.subarray(row * dimension, (row + 1) * dimension), at * dimension);
  });
  return {
    textHashes,
    texts,
    languages: pick(loaded.languages).map(
      (language, at) => language || context.detectLanguage(texts[at] ?? "").language,
    ),
    stored: pick(loaded.topicIds),
    weights: textHashes.map((hash) => weights.get(hash) ?? 1),
    vectors,
  };
}
