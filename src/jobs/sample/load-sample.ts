// Fills an empty workspace with the sample company's conversations: a first share that is labelled and mined at once, then
// the rest. Where it stands is kept, so that a stopped start goes on; rows have deterministic keys, so nothing doubles.
import { z } from "zod";
import { readRedactionPolicy } from "../../core/redaction-policy.ts";
import type { InputItem } from "../../ingest/input-item.ts";
import { findSetting, saveSetting } from "../../records/settings.ts";
import { getWorkspace, updateWorkspace } from "../../records/workspaces.ts";
import { OWN_NAMES } from "../../sample/company.ts";
import { generateSample } from "../../sample/generate.ts";
import { type ImportServices, recordImport } from "../import/record-import.ts";

export const SAMPLE_SOURCE = "Lumora sample";

/** Conversations of the first share: enough for topics, few enough to be there within a minute on two cores. */
const FIRST_SHARE = 2_000;
/** After the first share, conversations of one step; each step is an import of its own that a restart need not repeat. */
const STEP = 6_000;
const SETTING = "sample";

const stateSchema = z.object({ total: z.number(), done: z.number(), seed: z.number(), endDay: z.string() });
export type SampleState = z.infer<typeof stateSchema>;

/** Where the sample stands; undefined when this workspace has none. */
export async function findSampleState({
  records,
  workspace,
}: ImportServices): Promise<SampleState | undefined> {
  return stateSchema.safeParse(await findSetting(records.db, workspace.id, SETTING)).data;
}

/** Decides that this workspace gets a sample of `total` conversations that ends on `endDay` (`YYYY-MM-DD`). */
export async function planSample(
  { records, workspace }: ImportServices,
  plan: Omit<SampleState, "done">,
): Promise<SampleState> {
  const state = { ...plan, done: 0 };
  const policy = readRedactionPolicy((await getWorkspace(records.db, workspace.id)).redaction_policy);
  const ownNames = [...new Set([...(policy.ownNames ?? []), ...OWN_NAMES])];
  await updateWorkspace(records.db, workspace.id, {
    redaction_policy: JSON.stringify({ ...policy, ownNames }),
  });
  await saveSetting(records.db, workspace.id, SETTING, state);
  return state;
}

export type LoadSampleOptions = {
  readonly signal: AbortSignal;
  /** Told after each share. */
  readonly onProgress: (state: SampleState) => void;
  /** Labels and mines what is new. Called after the first share and after the last. */
  readonly understand: () => Promise<void>;
};

/** Loads what is still missing of the planned sample. Does nothing when there is none or it is whole. */
export async function loadSample(services: ImportServices, options: LoadSampleOptions): Promise<void> {
  let state = await findSampleState(services);
  while (state && state.done < state.total && !options.signal.aborted) {
    const to = Math.min(state.total, state.done === 0 ? FIRST_SHARE : state.done + STEP);
    await recordImport(services, {
      source: SAMPLE_SOURCE,
      files: [{ name: `sample conversations ${state.done + 1} to ${to}` }],
      items: sampleItems(state, to),
      signal: options.signal,
    });
    if (options.signal.aborted) return;
    state = { ...state, done: to };
    await saveSetting(services.records.db, services.workspace.id, SETTING, state);
    options.onProgress(state);
    if (to <= FIRST_SHARE || to === state.total) await options.understand();
  }
}

async function* sampleItems(
  { done, total, seed, endDay }: SampleState,
  to: number,
): AsyncIterable<InputItem> {
  yield { kind: "file-started", file: "sample", format: "sample", reason: "made by Parlance" };
  let records = 0;
  for (const conversation of generateSample({ conversations: total, seed, endDay, from: done, to })) {
    records += conversation.messages.length;
    yield { kind: "conversation", conversation };
    // Let requests of the workbench through.
    if (records % 2_000 < conversation.messages.length) await new Promise((resolve) => setImmediate(resolve));
  }
  yield { kind: "file-finished", file: "sample", bytesRead: 0, records };
}
