// Enrichment of a workspace after an import: what the models read, then topics (found anew when it is time, else assigned), then all
// labels in one pass over the months. Every step can be killed: the next run does what is left.
import { countTextsWithVector } from "../../columnar/texts/count-texts.ts";
import { findLatestTopicRun } from "../../records/topic-runs.ts";
import { isMiningDue } from "../topics/is-mining-due.ts";
import { layOutMap } from "../topics/lay-out-map.ts";
import { type MinedTopics, mineTopics } from "../topics/mine-topics.ts";
import { embedTexts } from "./embed-texts.ts";
import { type EnrichContext, execOptions } from "./enrich-context.ts";
import { labelTexts } from "./label-texts.ts";
import { modelsOf, readTexts } from "./read-texts.ts";
import { scoreConversations } from "./score-conversations.ts";

export type EnrichOptions = {
  /** Find topics anew even if little has changed. */
  readonly mine?: boolean;
  readonly seed?: number;
  readonly k?: number;
  readonly now?: Date;
};

export type EnrichResult = {
  /** Texts that got a vector. */
  readonly embedded: number;
  /** Whether topics were found anew, and how many then. */
  readonly topics: number | undefined;
  readonly labelledUtterances: number;
  readonly changedConversations: number;
};

/**
 * Brings a workspace up to date. Running it again without new data changes nothing. Throws AppError CANCELLED or the
 * signal's reason when it aborts; what was stored stays.
 */
export async function enrichWorkspace(
  context: EnrichContext,
  { mine = false, seed, k, now }: EnrichOptions = {},
): Promise<EnrichResult> {
  const { columnar, records, encoder, workspace } = context;
  const models = modelsOf(context);
  const embedded = (await readTexts(context)) + (await embedTexts(context));
  const lastRun = await findLatestTopicRun(records.db, workspace);
  const texts = await countTextsWithVector(
    columnar,
    { workspace, encoder: encoder.version, roles: ["customer"] },
    execOptions(context, "enrich.count"),
  );
  const isDue =
    mine ||
    isMiningDue({
      lastRun: lastRun && { texts: Number(lastRun.texts), encoder: lastRun.encoder },
      texts,
      encoder: encoder.version,
    });
  let mined: MinedTopics | undefined;
  if (isDue && texts > 0) {
    mined = await mineTopics(context, {
      models,
      ...(seed !== undefined && { seed }),
      ...(k !== undefined && { k }),
      ...(now !== undefined && { now }),
    });
  }
  const runId = mined?.runId ?? lastRun?.id ?? "none";
  const labelVersion = labelVersionOf(context, runId);
  await scoreConversations(context, { models, labelVersion });
  const applied = await labelTexts(context, {
    labelVersion,
    models,
    ...(mined !== undefined && { topicOf: mined.topicOf }),
  });
  if (mined !== undefined) await layOutMap(context);
  return {
    embedded,
    topics: mined?.topics,
    labelledUtterances: applied.utterances,
    changedConversations: applied.conversations,
  };
}

/** A new run or new models make a new version: what carries an older one is labelled again, also after a kill. */
export function labelVersionOf(context: EnrichContext, runId: string): string {
  return `${modelsOf(context)}/${runId}`;
}
