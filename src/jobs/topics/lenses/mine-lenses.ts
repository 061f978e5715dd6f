// The trees of the lenses beside the default one. They are found after it, one after the other, from what the models have
// labelled by then; what each took is kept with its run.
import { countLensTexts, listLensTextsWithoutVector } from "../../../columnar/lenses/lens-texts.ts";
import { refreshLens } from "../../../columnar/lenses/refresh-lens.ts";
import { rollUpLenses } from "../../../columnar/lenses/roll-up-lenses.ts";
import { DEFAULT_LENS, type Lens } from "../../../core/lens.ts";
import { getLens, listLenses } from "../../../records/lenses.ts";
import { listCurations } from "../../../records/topic-curations.ts";
import { findLatestTopicRun, noteRunCost, type RunCost } from "../../../records/topic-runs.ts";
import { embedMissing } from "../../enrich/embed-missing.ts";
import { execOptions } from "../../enrich/enrich-context.ts";
import { isMiningDue } from "../is-mining-due.ts";
import { isRefiningDue } from "../is-refining-due.ts";
import { layOutMap } from "../lay-out-map.ts";
import { mineTopics } from "../mine-topics.ts";
import { proposeTopics } from "../propose-topics.ts";
import { assignLens, type LensContext } from "./assign-lens.ts";

export type MineLensesOptions = {
  /** This lens alone, also when it is off. Left out: all that are on. */
  readonly only?: string;
  /** Find topics anew even if little has changed. */
  readonly mine?: boolean;
  /** Find topics anew for as little as the nightly job does. */
  readonly isNight?: boolean;
};

export type LensOutcome = {
  readonly lens: string;
  /** Topics found anew; undefined when new texts were put to the ones that are there. */
  readonly topics: number | undefined;
  readonly cost: RunCost | undefined;
};

/** Fewer texts than this make no tree. */
const FEWEST_TEXTS = 12;
const LISTED_AT_ONCE = 50_000;

/** Throws NOT_FOUND for an unknown lens, and the signal's reason when it aborts; what was stored stays. */
export async function mineLenses(
  context: LensContext,
  { only, mine = false, isNight = false }: MineLensesOptions = {},
): Promise<readonly LensOutcome[]> {
  const { columnar, records, workspace } = context;
  const chosen =
    only === undefined
      ? (await listLenses(records.db, workspace)).filter(({ isOn }) => isOn)
      : [await getLens(records.db, workspace, only)];
  const outcomes: LensOutcome[] = [];
  for (const { lens } of chosen) {
    if (lens.id === DEFAULT_LENS.id) continue;
    context.signal?.throwIfAborted();
    outcomes.push(await bringUpToDate(context, lens, { mine, isNight }));
  }
  if (outcomes.length > 0)
    await rollUpLenses(columnar, workspace, undefined, execOptions(context, "lens.roll-up"));
  return outcomes;
}

async function bringUpToDate(
  context: LensContext,
  lens: Lens,
  { mine, isNight }: Required<Pick<MineLensesOptions, "mine" | "isNight">>,
): Promise<LensOutcome> {
  const { columnar, encoder, records, workspace } = context;
  const options = execOptions(context, "lens.mine");
  const scope = { workspace, lensId: lens.id, lens };
  await refreshLens(columnar, scope, options);
  const texts = await countLensTexts(columnar, scope, options);
  const run = await findLatestTopicRun(records.db, workspace, lens.id);
  const lastRun = run && { texts: Number(run.texts), encoder: run.encoder, at: run.finished_at };
  const lastEdit = (await listCurations(records.db, workspace, { only: lens.id })).at(-1)?.at;
  const isDue =
    mine ||
    isMiningDue({ lastRun, texts, encoder: encoder.version }) ||
    (isNight && isRefiningDue({ lastRun, texts, lastEdit }));
  if (!isDue || texts < FEWEST_TEXTS) {
    if (run !== undefined) {
      await assignLens(context, lens);
      await proposeTopics(context, lens.id);
    }
    return { lens: lens.id, topics: undefined, cost: undefined };
  }
  const [startedAt, processor] = [performance.now(), process.cpuUsage()];
  const embedded = await embedLens(context, lens.id);
  const { runId, topics, topicOf } = await mineTopics(context, { lensId: lens.id });
  const labels = [...topicOf].map(([textHash, topic]) => ({ textHash, ...topic }));
  await refreshLens(columnar, { ...scope, labels }, options);
  await layOutMap(context, lens.id);
  const { user, system } = process.cpuUsage(processor);
  const cost: RunCost = {
    embedded,
    seconds: Math.round((performance.now() - startedAt) / 100) / 10,
    processorSeconds: Math.round((user + system) / 100_000) / 10,
  };
  await noteRunCost(records.db, runId, cost);
  await proposeTopics(context, lens.id);
  return { lens: lens.id, topics, cost };
}

/** Gives every text of the lens its vector; returns how many had none. */
async function embedLens(context: LensContext, lensId: string): Promise<number> {
  const { columnar, encoder, workspace } = context;
  const wanted = { workspace, lensId, encoder: encoder.version, limit: LISTED_AT_ONCE };
  let embedded = 0;
  for (;;) {
    const texts = await listLensTextsWithoutVector(columnar, wanted, execOptions(context, "lens.embed"));
    const made = await embedMissing(context, texts);
    embedded += made;
    if (texts.length < LISTED_AT_ONCE || made === 0) return embedded;
  }
}
