// The lenses of a workspace: those that ship and those that people added, and which of them are kept up to date. One setting
// holds what differs from how they ship.
import { AppError } from "../core/errors.ts";
import { DEFAULT_LENS, LENSES, type Lens } from "../core/lens.ts";
import type { RecordsDb } from "./records.ts";
import { findSetting, saveSetting } from "./settings.ts";

const NAME = "topics.lenses";
/** Its texts have no vectors for anything else, so that somebody has to ask for it. */
const STARTS_OFF: readonly string[] = ["staff"];

type Stored = { readonly own: readonly Lens[]; readonly on: Readonly<Record<string, boolean>> };

export type LensState = {
  readonly lens: Lens;
  /** False for one that a person added. */
  readonly isBuiltIn: boolean;
  /** Whether jobs find its topics and keep them up to date. Always true of the default lens. */
  readonly isOn: boolean;
};

async function load(db: RecordsDb, workspace: string): Promise<Stored> {
  const value = await findSetting(db, workspace, NAME);
  return typeof value === "object" && value !== null ? (value as Stored) : { own: [], on: {} };
}

/** The default lens first, those that people added last, in the order in which they did. */
export async function listLenses(db: RecordsDb, workspace: string): Promise<readonly LensState[]> {
  const { own, on } = await load(db, workspace);
  const state = (lens: Lens, isBuiltIn: boolean): LensState => ({
    lens,
    isBuiltIn,
    isOn: lens.id === DEFAULT_LENS.id || (on[lens.id] ?? !STARTS_OFF.includes(lens.id)),
  });
  return [...LENSES.map((lens) => state(lens, true)), ...own.map((lens) => state(lens, false))];
}

/** Throws NOT_FOUND. */
export async function getLens(db: RecordsDb, workspace: string, id: string): Promise<LensState> {
  const found = (await listLenses(db, workspace)).find(({ lens }) => lens.id === id);
  if (found === undefined) throw new AppError("NOT_FOUND", { kind: "lens", id });
  return found;
}

/** Adds a lens, or puts it in the place of the one of this id. Throws CONFLICT for the id of one that ships. */
export async function saveLens(db: RecordsDb, workspace: string, lens: Lens): Promise<void> {
  if (LENSES.some(({ id }) => id === lens.id))
    throw new AppError("CONFLICT", { problem: `The lens ${lens.id} ships and cannot be changed` });
  const { own, on } = await load(db, workspace);
  const place = own.findIndex(({ id }) => id === lens.id);
  const next = place === -1 ? [...own, lens] : own.with(place, lens);
  await saveSetting(db, workspace, NAME, { own: next, on } satisfies Stored);
}

/** Throws NOT_FOUND, CONFLICT when the default lens is to be turned off. */
export async function turnLens(db: RecordsDb, workspace: string, id: string, isOn: boolean): Promise<void> {
  await getLens(db, workspace, id);
  if (id === DEFAULT_LENS.id && !isOn)
    throw new AppError("CONFLICT", { problem: "The default lens stays on" });
  const { own, on } = await load(db, workspace);
  await saveSetting(db, workspace, NAME, { own, on: { ...on, [id]: isOn } } satisfies Stored);
}

/**
 * Takes away a lens that a person added, with its topics, runs, edits and proposals. Throws NOT_FOUND, CONFLICT for one that
 * ships.
 */
export async function deleteLens(db: RecordsDb, workspace: string, id: string): Promise<void> {
  const { isBuiltIn } = await getLens(db, workspace, id);
  if (isBuiltIn) throw new AppError("CONFLICT", { problem: `The lens ${id} ships; it can be turned off` });
  const { own, on } = await load(db, workspace);
  const { [id]: _, ...rest } = on;
  await db.transaction().execute(async (transaction) => {
    for (const table of ["topics", "topic_curations", "topic_proposals", "topic_runs"] as const)
      await transaction.deleteFrom(table).where("workspace", "=", workspace).where("lens", "=", id).execute();
    const value = { own: own.filter((lens) => lens.id !== id), on: rest } satisfies Stored;
    await saveSetting(transaction, workspace, NAME, value);
  });
}
