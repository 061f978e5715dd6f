// What runs did to the topics, what belongs to none, and what is proposed.
import { windowValue } from "../../columnar/read/read-context.ts";
import { readTopicFigures, shareOf } from "../../columnar/read/topic-figures.ts";
import { readPlacedQuotes } from "../../columnar/read/topic-quotes.ts";
import { readUnassigned } from "../../columnar/read/unassigned.ts";
import type { TopicNode } from "../../core/topic-tree.ts";
import { everything } from "../../query/filter.ts";
import { addAudit } from "../../records/audit.ts";
import { listLineage, type RunLineage } from "../../records/topic-lineage.ts";
import { endProposal, getOpenProposal, listProposals } from "../../records/topic-proposals.ts";
import type { Handlers } from "../handler.ts";
import { otherLens, resolveFilter } from "../read-scope.ts";
import type { ApiServices } from "../services.ts";
import { askForTopics } from "../topics/ask-for-topics.ts";
import { describeUnassigned } from "../topics/describe-topic.ts";

type Names = "getLineage" | "getUnassigned" | "getProposals" | "acceptProposal" | "dismissProposal";

export function topicChangeRoutes(services: ApiServices): Handlers<Names> {
  const { columnar, curator, workspace } = services;
  const { db } = services.records;
  return {
    async getLineage({ query }, request) {
      const context = await request.readContext(query.lens);
      const [lineage, { small }] = await Promise.all([
        listLineage(db, workspace, query),
        readTopicFigures(columnar, { filter: everything, time: "all" }, context),
      ]);
      return { runs: lineage.map((entry) => describeRun(entry, query.topic, small)) };
    },
    async getUnassigned({ query }, request) {
      const context = await request.readContext(query.lens);
      const { filter, words } = await resolveFilter(db, workspace, query.filter);
      const scope = { filter, time: query.time };
      const [overview, { days, examples }] = await Promise.all([
        readTopicFigures(columnar, scope, context),
        readUnassigned(columnar, { ...scope, reason: query.reason, examples: query.examples }, context),
      ]);
      return {
        unassigned: describeUnassigned(overview),
        days,
        examples: examples.map((example) => ({
          ...example,
          near: refOf(context.topics.resolve(example.near)),
        })),
        window: windowValue(overview.window, context.calendar.timeZone),
        filterWords: words,
      };
    },
    async getProposals({ query: { lens } }, request) {
      const context = await request.readContext(lens);
      const rows = await listProposals(db, workspace, ["open"], lens);
      const shown = rows.filter(
        ({ kind, details }) => kind === "rerun" || details.customers >= context.smallestGroup,
      );
      const quotes = await Promise.all(
        shown.map(({ details }) => readPlacedQuotes(columnar, details.quotes, context)),
      );
      return {
        proposals: shown.map(({ id, kind, created_at, reason, details }, place) => ({
          id,
          kind,
          createdAt: created_at.toISOString(),
          reason,
          name: details.name,
          phrases: details.phrases,
          texts: details.texts.length,
          conversations: details.conversations,
          customers: details.customers,
          quotes: quotes[place] ?? [],
          parent: refOf(details.parentId === null ? undefined : context.topics.resolve(details.parentId)),
        })),
      };
    },
    async acceptProposal({ params, body }, { caller: { actor } }) {
      const { kind, lens } = await getOpenProposal(db, workspace, params.id);
      const lensId = otherLens(lens);
      if (kind === "emerging") {
        const { topic } = await curator(lensId).accept(actor, params.id, body ?? {});
        return { topic, jobId: null };
      }
      const jobId = await askForTopics(services, lensId);
      await endProposal(db, workspace, params.id, "accepted");
      await addAudit(db, workspace, { actor, action: "topic.discover", subject: jobId });
      return { topic: null, jobId };
    },
    async dismissProposal({ params }, { caller: { actor } }) {
      await getOpenProposal(db, workspace, params.id);
      await endProposal(db, workspace, params.id, "dismissed");
      await addAudit(db, workspace, { actor, action: "topic.dismiss", subject: params.id });
      return { done: true as const };
    },
  };
}

function refOf(node: TopicNode | undefined) {
  return node === undefined ? null : { id: node.id, name: node.name, level: node.level };
}

/** Topics that too few customers speak of are counted and not named. */
function describeRun({ run, changes }: RunLineage, topic: number | undefined, small: ReadonlySet<number>) {
  const shown = <One extends { readonly id: number }>(topics: readonly One[]) =>
    topics.filter(({ id }) => !small.has(id));
  const before = changes.filter(({ kind }) => kind !== "born");
  const old = new Set(before.flatMap((change) => change.from_topics.map(({ id }) => id)));
  const now = new Set(changes.flatMap((change) => change.to_topics.map(({ id }) => id)));
  const kept = [...old].filter((id) => now.has(id)).length;
  const about = changes.filter(
    (change) =>
      topic === undefined || [...change.from_topics, ...change.to_topics].some(({ id }) => id === topic),
  );
  return {
    id: run.id,
    at: run.finished_at.toISOString(),
    reason: run.reason,
    texts: Number(run.texts),
    assigned: Number(run.assigned),
    topics: now.size,
    kept: old.size === 0 ? null : shareOf(kept, old.size),
    changes: about
      .map((change) => ({
        kind: change.kind,
        level: change.level,
        from: shown(change.from_topics),
        to: shown(change.to_topics),
        common: Number(change.common),
      }))
      .filter(({ from, to }) => from.length + to.length > 0),
  };
}
