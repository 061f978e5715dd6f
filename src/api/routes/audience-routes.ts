// Audiences: saved filters.
import { AppError } from "../../core/errors.ts";
import { compileFilter } from "../../query/compile-filter.ts";
import { type Filter, filterSchema } from "../../query/filter.ts";
import { findAudiences } from "../../query/filter-tree.ts";
import { deleteAudience, getAudience, listAudiences, saveAudience } from "../../records/audiences.ts";
import { addAudit } from "../../records/audit.ts";
import type { Row } from "../../records/schema.ts";
import type { Handlers } from "../handler.ts";
import { resolveFilter } from "../read-scope.ts";
import type { ApiServices } from "../services.ts";

type Names = "getAudiences" | "postAudience" | "patchAudience" | "deleteAudience";

export function audienceRoutes(services: ApiServices): Handlers<Names> {
  const { workspace } = services;
  const { db } = services.records;
  async function describe(row: Row<"audiences">) {
    const filter = filterSchema.parse(row.filter);
    const { words } = await resolveFilter(db, workspace, filter);
    return {
      id: row.id,
      name: row.name,
      filter,
      filterWords: words,
      createdAt: row.created_at.toISOString(),
      updatedAt: row.updated_at.toISOString(),
    };
  }
  /** A saved filter must work, and stand for itself: audiences of audiences could go round in circles. */
  function check(filter: Filter): void {
    if (findAudiences(filter).length > 0) {
      throw new AppError("REQUEST_INVALID", { problem: "an audience cannot be made of other audiences" });
    }
    compileFilter(filter, { workspace, entity: "conversation" });
  }
  async function isTaken(name: string, id?: string): Promise<boolean> {
    return (await listAudiences(db, workspace)).some((other) => other.name === name && other.id !== id);
  }
  return {
    async getAudiences() {
      const rows = await listAudiences(db, workspace);
      return { audiences: await Promise.all(rows.map(describe)) };
    },
    async postAudience({ body }, { caller }) {
      check(body.filter);
      if (await isTaken(body.name)) throw taken();
      const row = await saveAudience(db, workspace, body);
      await addAudit(db, workspace, { actor: caller.actor, action: "audience.create", subject: row.id });
      return describe(row);
    },
    async patchAudience({ params, body }, { caller }) {
      await getAudience(db, workspace, params.id);
      if (body.filter !== undefined) check(body.filter);
      if (body.name !== undefined && (await isTaken(body.name, params.id))) throw taken();
      await db
        .updateTable("audiences")
        .set({
          ...(body.name === undefined ? {} : { name: body.name }),
          ...(body.filter === undefined ? {} : { filter: JSON.stringify(body.filter) }),
          updated_at: new Date(services.clock()),
        })
        .where("workspace", "=", workspace)
        .where("id", "=", params.id)
        .execute();
      await addAudit(db, workspace, { actor: caller.actor, action: "audience.change", subject: params.id });
      return describe(await getAudience(db, workspace, params.id));
    },
    async deleteAudience({ params }, { caller }) {
      await deleteAudience(db, workspace, params.id);
      await addAudit(db, workspace, { actor: caller.actor, action: "audience.delete", subject: params.id });
      return { done: true };
    },
  };
}

function taken(): AppError {
  return new AppError("CONFLICT", { problem: "There is an audience of this name" });
}
