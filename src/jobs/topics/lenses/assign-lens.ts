// New texts under a lens are put to the topics that it has, without finding topics anew.

import type { ConversationPlace } from "../../../columnar/conversation-place.ts";
import { listNewLensTexts } from "../../../columnar/lenses/lens-texts.ts";
import { refreshLens } from "../../../columnar/lenses/refresh-lens.ts";
import { rollUpLenses } from "../../../columnar/lenses/roll-up-lenses.ts";
import { DEFAULT_LENS, type Lens } from "../../../core/lens.ts";
import { listLenses } from "../../../records/lenses.ts";
import { findLatestTopicRun } from "../../../records/topic-runs.ts";
import { embedMissing } from "../../enrich/embed-missing.ts";
import { type EnrichContext, execOptions } from "../../enrich/enrich-context.ts";
import { assignKnownTopics } from "../assign-known-topics.ts";

export type LensContext = Omit<EnrichContext, "labeller" | "conversationModel">;

/**
 * Puts the texts that are new under a lens, in all or in some conversations, to its topics. The lens's rows must be up to date
 * (`refreshLens`).
 */
export async function assignLens(
  context: LensContext,
  lens: Lens,
  within?: readonly ConversationPlace[],
): Promise<void> {
  const { columnar, workspace } = context;
  const options = execOptions(context, "lens.assign");
  const scope = { workspace, lensId: lens.id, lens, within };
  const texts = await listNewLensTexts(columnar, scope, options);
  if (texts.length === 0) return;
  await embedMissing(context, texts);
  const topicOf = await assignKnownTopics(context, texts, { lensId: lens.id });
  const labels = [...topicOf].map(([textHash, topic]) => ({ textHash, ...topic }));
  await refreshLens(columnar, { ...scope, labels }, options);
}

/** Puts what was said in some conversations under every lens that is on and has topics. */
export async function assignLenses(
  context: LensContext,
  within: readonly ConversationPlace[],
): Promise<void> {
  const { columnar, encoder, records, workspace } = context;
  let isTouched = false;
  for (const { lens, isOn } of await listLenses(records.db, workspace)) {
    if (!isOn || lens.id === DEFAULT_LENS.id) continue;
    const run = await findLatestTopicRun(records.db, workspace, lens.id);
    if (run === undefined || run.encoder !== encoder.version) continue;
    const scope = { workspace, lensId: lens.id, lens, within };
    await refreshLens(columnar, scope, execOptions(context, "lens.assign"));
    await assignLens(context, lens, within);
    isTouched = true;
  }
  if (isTouched) await rollUpLenses(columnar, workspace, within, execOptions(context, "lens.roll-up"));
}
