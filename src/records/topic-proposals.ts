// What is proposed to people: emerging topics and runs that are worth their time.
import { AppError } from "../core/errors.ts";
import { DEFAULT_LENS } from "../core/lens.ts";
import type { RecordsDb } from "./records.ts";
import type { ProposalDetails, ProposalState, Row } from "./schema.ts";
import { toBytes } from "./topics.ts";

export type ProposalToSave = {
  readonly id: string;
  readonly kind: "emerging" | "rerun";
  readonly reason: string;
  readonly details: ProposalDetails;
  readonly centroid?: Float32Array;
  readonly encoder?: string;
};

/** The newest first. */
export async function listProposals(
  db: RecordsDb,
  workspace: string,
  states: readonly ProposalState[] = ["open"],
  lens: string = DEFAULT_LENS.id,
): Promise<Row<"topic_proposals">[]> {
  return db
    .selectFrom("topic_proposals")
    .selectAll()
    .where("workspace", "=", workspace)
    .where("lens", "=", lens)
    .where("state", "in", states)
    .orderBy("created_at", "desc")
    .orderBy("id")
    .execute();
}

/** Throws NOT_FOUND for one that is not open. */
export async function getOpenProposal(
  db: RecordsDb,
  workspace: string,
  id: string,
): Promise<Row<"topic_proposals">> {
  const row = await db
    .selectFrom("topic_proposals")
    .selectAll()
    .where("workspace", "=", workspace)
    .where("id", "=", id)
    .where("state", "=", "open")
    .executeTakeFirst();
  if (!row) throw new AppError("NOT_FOUND", { kind: "proposal", id });
  return row;
}

export async function endProposal(
  db: RecordsDb,
  workspace: string,
  id: string,
  state: Exclude<ProposalState, "open">,
): Promise<void> {
  await db
    .updateTable("topic_proposals")
    .set({ state })
    .where("workspace", "=", workspace)
    .where("id", "=", id)
    .execute();
}

/** Puts new proposals of a kind in the place of the open ones. */
export async function replaceProposals(
  db: RecordsDb,
  workspace: string,
  kind: "emerging" | "rerun",
  proposals: readonly ProposalToSave[],
  lens: string = DEFAULT_LENS.id,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await transaction
      .updateTable("topic_proposals")
      .set({ state: "withdrawn" })
      .where("workspace", "=", workspace)
      .where("lens", "=", lens)
      .where("kind", "=", kind)
      .where("state", "=", "open")
      .execute();
    for (const { details, centroid, encoder, ...rest } of proposals) {
      await transaction
        .insertInto("topic_proposals")
        .values({
          workspace,
          lens,
          ...rest,
          state: "open",
          details: JSON.stringify(details),
          centroid: centroid === undefined ? null : toBytes(centroid),
          encoder: encoder ?? null,
        })
        .execute();
    }
  });
}
