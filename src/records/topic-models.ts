// Classical topic models that were fitted, the newest first.
import { AppError } from "../core/errors.ts";
import type { RecordsDb } from "./records.ts";
import type { NewRow, Row } from "./schema.ts";

export async function saveTopicModel(
  db: RecordsDb,
  model: Omit<NewRow<"topic_models">, "scores" | "topics"> & Pick<Row<"topic_models">, "scores" | "topics">,
): Promise<void> {
  const { scores, topics, ...rest } = model;
  await db
    .insertInto("topic_models")
    .values({ ...rest, scores: JSON.stringify(scores), topics: JSON.stringify(topics) })
    .execute();
}

export async function listTopicModels(db: RecordsDb, workspace: string): Promise<Row<"topic_models">[]> {
  return db
    .selectFrom("topic_models")
    .selectAll()
    .where("workspace", "=", workspace)
    .orderBy("finished_at", "desc")
    .orderBy("id")
    .execute();
}

/** Throws NOT_FOUND. */
export async function getTopicModel(
  db: RecordsDb,
  workspace: string,
  id: string,
): Promise<Row<"topic_models">> {
  const row = await db
    .selectFrom("topic_models")
    .selectAll()
    .where("workspace", "=", workspace)
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row) throw new AppError("NOT_FOUND", { kind: "topic model", id });
  return row;
}

export async function deleteTopicModel(db: RecordsDb, workspace: string, id: string): Promise<void> {
  await db.deleteFrom("topic_models").where("workspace", "=", workspace).where("id", "=", id).execute();
}
