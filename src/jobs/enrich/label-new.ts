// The quick way for what just arrived: vectors, topics of the last run and labels for the conversations that nobody has labelled
// yet, reading and writing no more than those. Whole months and finding topics anew are left to `enrichWorkspace`.
import { applyLabels } from "../../columnar/labels/apply-labels.ts";
import { countOpenings } from "../../columnar/texts/count-openings.ts";
import { listNewConversations, listNewTexts } from "../../columnar/texts/list-new-texts.ts";
import { loadReadingsOf, withoutIntentOf } from "../../columnar/texts/readings.ts";
import { bearsIntent } from "../../mining/topics/bears-intent.ts";
import { findLatestTopicRun } from "../../records/topic-runs.ts";
import { assignKnownTopics } from "../topics/assign-known-topics.ts";
import { assignLenses } from "../topics/lenses/assign-lens.ts";
import { embedMissing } from "./embed-missing.ts";
import { type EnrichContext, execOptions } from "./enrich-context.ts";
import { labelVersionOf } from "./enrich-workspace.ts";
import { labelOf } from "./label-texts.ts";
import { modelsOf, readBatch } from "./read-texts.ts";
import { scoreConversations } from "./score-conversations.ts";

/** More at once is an import, which the ordinary way serves better. */
const MOST_CONVERSATIONS = 2000;

/**
 * Returns how many utterances were labelled; 0 when nothing is new, when there is no run to go by yet, or when there is so much
 * that the ordinary way is the better one.
 */
export async function labelNew(context: EnrichContext): Promise<number> {
  const { columnar, encoder, records, workspace } = context;
  const run = await findLatestTopicRun(records.db, workspace);
  if (run === undefined || run.encoder !== encoder.version) return 0;
  const options = execOptions(context, "enrich.new");
  const within = await listNewConversations(columnar, { workspace, limit: MOST_CONVERSATIONS + 1 }, options);
  if (within.length === 0 || within.length > MOST_CONVERSATIONS) return 0;
  const texts = await listNewTexts(columnar, { workspace, within }, options);
  const models = modelsOf(context);
  const textHashes = texts.map(({ textHash }) => textHash);
  const known = await loadReadingsOf(columnar, { models, textHashes }, options);
  const unread = texts.filter(({ textHash, text }) => text !== "" && !known.has(textHash));
  await readBatch(
    context,
    unread.map((text) => ({ ...text, isCustomers: text.roles.includes("customer") })),
  );
  await embedMissing(
    context,
    texts.filter(({ text, roles }) => roles.includes("customer") && bearsIntent(text)),
  );
  const readings = await loadReadingsOf(columnar, { models, textHashes }, options);
  const labelVersion = labelVersionOf(context, run.id);
  await scoreConversations(context, { models, labelVersion, within });
  const openings = await countOpenings(columnar, { workspace, within }, options);
  const topics = await assignKnownTopics(context, texts, {
    openings: new Set(openings.keys()),
    withoutIntent: withoutIntentOf(readings),
  });
  const { utterances } = await applyLabels(
    columnar,
    { workspace, labelVersion },
    texts.map((text) => labelOf(context, text, readings.get(text.textHash), topics.get(text.textHash))),
    { ...options, within },
  );
  await assignLenses(context, within);
  return utterances;
}
