// People's edits of the topic tree.
import { AppError } from "../../core/errors.ts";
import { loadCuratedTree } from "../../records/topic-curations.ts";
import type { Handlers } from "../handler.ts";
import { otherLens } from "../read-scope.ts";
import type { ApiServices } from "../services.ts";
import { describeEntries, describeOutcome, describeSteps } from "../topics/curation-answer.ts";

type Names =
  | "patchTopic"
  | "mergeTopics"
  | "moveTopics"
  | "splitTopic"
  | "keepTopicsApart"
  | "assignUtterances"
  | "getCuration"
  | "undoCuration"
  | "redoCuration";

export function topicCurationRoutes({ curator, records, workspace }: ApiServices): Handlers<Names> {
  const curatorOf = ({ lens }: { readonly lens: string }) => curator(otherLens(lens));
  return {
    async patchTopic({ params, query, body }, { caller: { actor } }) {
      const { name, hidden } = body;
      if ((name === undefined) === (hidden === undefined)) {
        throw new AppError("REQUEST_INVALID", { problem: "give either a name or whether it is hidden" });
      }
      const topic = params.id;
      return describeOutcome(
        name === undefined
          ? await curatorOf(query).edit(actor, { kind: hidden === true ? "hide" : "show", topic })
          : await curatorOf(query).edit(actor, { kind: "rename", topic, name }),
      );
    },
    mergeTopics: async ({ params, query, body }, { caller }) =>
      describeOutcome(
        await curatorOf(query).edit(caller.actor, { kind: "merge", into: params.id, topics: body.topics }),
      ),
    moveTopics: async ({ params, query, body }, { caller }) =>
      describeOutcome(
        await curatorOf(query).edit(caller.actor, {
          kind: "move",
          parent: body.parent,
          topics: [...new Set([params.id, ...body.others])],
        }),
      ),
    splitTopic: async ({ params, query, body }, { caller }) =>
      describeOutcome(
        await curatorOf(query).edit(caller.actor, { kind: "split", topic: params.id, parts: body.parts }),
      ),
    keepTopicsApart: async ({ query, body }, { caller }) =>
      describeOutcome(await curatorOf(query).edit(caller.actor, { kind: "apart", topics: body.topics })),
    assignUtterances: async ({ query, body }, { caller }) =>
      describeOutcome(
        await curatorOf(query).edit(caller.actor, {
          kind: "assign",
          topic: body.topic ?? 0,
          utterances: body.utterances,
        }),
      ),
    async getCuration({ query }) {
      const curated = await loadCuratedTree(records.db, workspace, query.lens);
      const describe = describeEntries(curated);
      const { before = Number.POSITIVE_INFINITY, topic } = query;
      const entries = curated.entries
        .toReversed()
        .filter(({ id }) => id < before)
        .map(describe)
        .filter((entry) => topic === undefined || entry.topics.includes(topic))
        .slice(0, query.limit);
      return { entries, ...describeSteps(curated) };
    },
    undoCuration: async ({ query, body }, { caller }) =>
      describeOutcome(await curatorOf(query).undo(caller.actor, body?.entry)),
    redoCuration: async ({ query, body }, { caller }) =>
      describeOutcome(await curatorOf(query).redo(caller.actor, body?.entry)),
  };
}
