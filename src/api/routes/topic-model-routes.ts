// Classical topic models beside the tree.
import { deleteModelTopics } from "../../columnar/models/model-texts.ts";
import { readModelFigures, readModelQuotes } from "../../columnar/models/read-model.ts";
import { newId } from "../../core/ids.ts";
import { addAudit } from "../../records/audit.ts";
import type { Row } from "../../records/schema.ts";
import { deleteTopicModel, getTopicModel, listTopicModels } from "../../records/topic-models.ts";
import type { Handlers } from "../handler.ts";
import { resolveFilter } from "../read-scope.ts";
import type { ApiServices } from "../services.ts";

type Names = "getTopicModels" | "postTopicModel" | "getTopicModel" | "getModelQuotes" | "deleteTopicModel";

export function topicModelRoutes(services: ApiServices): Handlers<Names> {
  const { columnar, queue, workspace } = services;
  const { db } = services.records;
  return {
    async getTopicModels() {
      return { models: (await listTopicModels(db, workspace)).map(describe) };
    },
    async postTopicModel({ body: { method, topics, seed } }, { caller: { actor } }) {
      const id = newId();
      const data = { workspace, model: id, method, seed, topicCount: topics ?? null };
      const jobId = await queue.enqueue("topic-model", data);
      await addAudit(db, workspace, { actor, action: "topic.model", subject: id, details: { method } });
      return { id, jobId };
    },
    async getTopicModel({ params: { id }, query: { filter: asked, time } }, request) {
      const model = await getTopicModel(db, workspace, id);
      const context = await request.readContext();
      const { filter } = await resolveFilter(db, workspace, asked);
      const figures = await readModelFigures(columnar, { filter, time, model: id }, context);
      const topics = model.topics.flatMap((topic) => {
        const own = figures.get(topic.topic);
        if (own === undefined) return [];
        const overlaps = own.overlaps.map((overlap) => {
          return { ...overlap, name: context.topics.nodes.get(overlap.id)?.name ?? "" };
        });
        return [{ ...topic, ...own, overlaps }];
      });
      return {
        model: describe(model),
        topics: topics.toSorted((one, other) => other.conversations - one.conversations),
        withheld: model.topics.filter(({ texts }) => texts > 0).length - topics.length,
      };
    },
    async getModelQuotes({ params: { id }, query: { filter: asked, time, topic, count } }, request) {
      await getTopicModel(db, workspace, id);
      const context = await request.readContext();
      const { filter } = await resolveFilter(db, workspace, asked);
      const scope = { filter, time, model: id };
      const figures = await readModelFigures(columnar, scope, context);
      if (!figures.has(topic)) return { quotes: [] };
      return { quotes: await readModelQuotes(columnar, { ...scope, topic, count }, context) };
    },
    async deleteTopicModel({ params: { id } }, { caller: { actor } }) {
      await getTopicModel(db, workspace, id);
      await deleteTopicModel(db, workspace, id);
      await deleteModelTopics(columnar, { workspace, model: id }, { tag: "deleteTopicModel" });
      await addAudit(db, workspace, { actor, action: "topic.model-delete", subject: id });
      return { done: true as const };
    },
  };
}

function describe({ id, method, seed, texts, scores, topics, seconds, finished_at }: Row<"topic_models">) {
  const { npmi, cv, diversity, tree, agreement } = scores;
  return {
    ...{ id, method, seed, texts: Number(texts) },
    scores: { topics: topics.length, npmi, cv, diversity },
    ...{ tree, agreement, seconds, finishedAt: finished_at.toISOString() },
  };
}
