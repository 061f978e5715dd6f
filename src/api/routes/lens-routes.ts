// Lenses: what there are, adding and turning them on and off, and how much one would let through.

import { measureLens } from "../../columnar/lenses/lens-members.ts";
import { clearLens } from "../../columnar/lenses/refresh-lens.ts";
import { rollUpLenses } from "../../columnar/lenses/roll-up-lenses.ts";
import { AppError } from "../../core/errors.ts";
import { DEFAULT_LENS } from "../../core/lens.ts";
import { addAudit } from "../../records/audit.ts";
import { deleteLens, getLens, type LensState, listLenses, saveLens, turnLens } from "../../records/lenses.ts";
import { loadCuratedTree } from "../../records/topic-curations.ts";
import { costOf, findLatestTopicRun } from "../../records/topic-runs.ts";
import type { Handlers } from "../handler.ts";
import { otherLens } from "../read-scope.ts";
import type { ApiServices } from "../services.ts";
import { askForTopics } from "../topics/ask-for-topics.ts";

type Names = "getLenses" | "postLens" | "patchLens" | "deleteLens" | "measureLens";

export function lensRoutes(services: ApiServices): Handlers<Names> {
  const { columnar, workspace } = services;
  const { db } = services.records;

  async function describe({ lens, isBuiltIn, isOn }: LensState) {
    const [run, { tree }] = await Promise.all([
      findLatestTopicRun(db, workspace, lens.id),
      loadCuratedTree(db, workspace, lens.id),
    ]);
    return {
      ...{ id: lens.id, name: lens.name, summary: lens.summary },
      ...{ roles: lens.roles, any: lens.any },
      builtIn: isBuiltIn,
      isDefault: lens.id === DEFAULT_LENS.id,
      on: isOn,
      discoveredAt: run?.finished_at.toISOString() ?? null,
      topics: [...tree.nodes.values()].filter(({ level, isHidden }) => level === "topic" && !isHidden).length,
      cost: run === undefined ? null : costOf(run),
    };
  }

  return {
    async getLenses() {
      const states = await listLenses(db, workspace);
      return { lenses: await Promise.all(states.map(describe)) };
    },
    async postLens({ body }, { caller: { actor } }) {
      await saveLens(db, workspace, body);
      await addAudit(db, workspace, { actor, action: "lens.save", subject: body.id, details: { ...body } });
      const jobId = await askForTopics(services, body.id);
      return { lens: await describe(await getLens(db, workspace, body.id)), jobId };
    },
    async patchLens({ params: { id }, body: { on } }, { caller: { actor } }) {
      await turnLens(db, workspace, id, on);
      await addAudit(db, workspace, { actor, action: on ? "lens.on" : "lens.off", subject: id });
      if (on) await askForTopics(services, otherLens(id));
      return describe(await getLens(db, workspace, id));
    },
    async deleteLens({ params: { id } }, { caller: { actor } }) {
      await deleteLens(db, workspace, id);
      const options = { tag: "deleteLens", timeoutMs: 600_000 };
      await clearLens(columnar, { workspace, lensId: id }, options);
      await rollUpLenses(columnar, workspace, undefined, options);
      await addAudit(db, workspace, { actor, action: "lens.delete", subject: id });
      return { done: true as const };
    },
    async measureLens({ body }, { signal }) {
      const run = await findLatestTopicRun(db, workspace);
      if (run === undefined)
        throw new AppError("CONFLICT", { problem: "Nothing is labelled yet; lenses go by labels" });
      return measureLens(
        columnar,
        { workspace, lens: body, encoder: run.encoder },
        { tag: "measureLens", signal },
      );
    },
  };
}
