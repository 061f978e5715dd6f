// Topics: the tree and names of the records beside the figures of the analytics tables.
import { type ReadContext, type Scope, windowValue } from "../../columnar/read/read-context.ts";
import {
  readTopicFigures,
  readTopicQuotes,
  shareOf,
  type TopicFigures,
  type TopicOverview,
} from "../../columnar/read/topic-figures.ts";
import { addAudit } from "../../records/audit.ts";
import type { Row } from "../../records/schema.ts";
import { findLatestTopicRun } from "../../records/topic-runs.ts";
import { getTopic, listTopics, renameTopic } from "../../records/topics.ts";
import type { Handlers, RequestScope } from "../handler.ts";
import { resolveFilter } from "../read-scope.ts";
import type { ApiServices } from "../services.ts";

type Names = "getTopics" | "searchTopics" | "getTopic" | "patchTopic";
type TopicRow = Row<"topics">;
type Entry = { readonly topic: TopicRow; readonly figures: TopicFigures };
type Search = {
  readonly text?: string | undefined;
  readonly sort: "size" | "change" | "sentiment" | "name";
  readonly limit: number;
  readonly quotes: number;
};

export function topicRoutes(services: ApiServices): Handlers<Names> {
  const { columnar, workspace } = services;
  const { db } = services.records;

  async function list(scope: Scope, words: string, search: Search, request: RequestScope) {
    const context = await request.readContext();
    const [overview, topics, run] = await Promise.all([
      readTopicFigures(columnar, scope, context),
      listTopics(db, workspace),
      findLatestTopicRun(db, workspace),
    ]);
    const entries = topics
      .map((topic) => ({ topic, figures: overview.figures.get(topic.id) ?? emptyFigures(overview) }))
      .filter(({ topic }) => hasText(topic, search.text))
      .sort(compareBy(search.sort));
    const shown = entries.slice(0, search.limit);
    const ids = shown.map(({ topic }) => topic.id);
    const quotes = await readTopicQuotes(columnar, scope, ids, search.quotes, context);
    const zone = context.calendar.timeZone;
    const { unassigned, window, comparedWith } = overview;
    return {
      topics: shown.map(({ topic, figures }) => describe(topic, figures, quotes.get(topic.id) ?? [])),
      total: entries.length,
      unassigned: {
        utterances: unassigned.utterances,
        share: shareOf(unassigned.utterances, unassigned.customerUtterances),
        reasons: unassignedReasons(unassigned),
      },
      discoveredAt: run?.finished_at.toISOString() ?? null,
      window: windowValue(window, zone),
      comparedWith: comparedWith === undefined ? null : windowValue(comparedWith, zone),
      grain: overview.grain,
      buckets: overview.buckets,
      filterWords: words,
    };
  }

  async function one(id: number, context: ReadContext) {
    const scope: Scope = { filter: { op: "and", filters: [] }, time: "all" };
    const topic = await getTopic(db, workspace, id);
    const [overview, quotes] = await Promise.all([
      readTopicFigures(columnar, scope, context),
      readTopicQuotes(columnar, scope, [id], 20, context),
    ]);
    return describe(topic, overview.figures.get(id) ?? emptyFigures(overview), quotes.get(id) ?? []);
  }

  return {
    getTopics: (_, request) =>
      list(
        { filter: { op: "and", filters: [] }, time: "all" },
        "everything",
        { sort: "size", limit: 500, quotes: 3 },
        request,
      ),
    async searchTopics({ body }, request) {
      const { filter, words } = await resolveFilter(db, workspace, body.filter);
      return list({ filter, time: body.time }, words, body, request);
    },
    getTopic: async ({ params }, request) => one(params.id, await request.readContext()),
    async patchTopic({ params, body }, { caller }) {
      await renameTopic(db, workspace, params.id, body.name);
      const subject = String(params.id);
      await addAudit(db, workspace, { actor: caller.actor, action: "topic.rename", subject, details: body });
      const topic = await getTopic(db, workspace, params.id);
      const { id, name, foundName, named } = nameOf(topic);
      return { id, name, foundName, named };
    },
  };
}

function nameOf(topic: TopicRow) {
  return {
    id: topic.id,
    name: topic.given_name ?? topic.name,
    foundName: topic.name,
    named: topic.given_name !== null,
  };
}

function describe<Quote>(topic: TopicRow, figures: TopicFigures, quotes: readonly Quote[]) {
  return { ...nameOf(topic), parentId: topic.parent_id, phrases: topic.phrases, ...figures, quotes };
}

function emptyFigures(overview: TopicOverview): TopicFigures {
  return {
    utterances: 0,
    conversations: 0,
    share: shareOf(0, overview.conversations),
    previous: null,
    sentiment: { value: null, n: 0, low: null, high: null },
    sparkline: overview.buckets.map(() => 0),
  };
}

function unassignedReasons({ utterances, waiting }: TopicOverview["unassigned"]) {
  return [
    { reason: "waiting", label: "Not read by a model yet", utterances: waiting },
    {
      reason: "no-topic",
      label: "Too short, or not near enough to any topic",
      utterances: utterances - waiting,
    },
  ].filter((entry) => entry.utterances > 0);
}

function hasText(topic: TopicRow, text: string | undefined): boolean {
  if (text === undefined || text.trim() === "") return true;
  const wanted = text.trim().toLowerCase();
  return [topic.given_name ?? "", topic.name, ...topic.phrases].some((words) =>
    words.toLowerCase().includes(wanted),
  );
}

function compareBy(sort: Search["sort"]): (one: Entry, other: Entry) => number {
  const byId = (one: Entry, other: Entry): number => one.topic.id - other.topic.id;
  const falling =
    (value: (entry: Entry) => number) =>
    (one: Entry, other: Entry): number =>
      value(other) - value(one) || byId(one, other);
  switch (sort) {
    case "size":
      return falling(({ figures }) => figures.conversations);
    case "change":
      return falling(({ figures }) => figures.conversations - (figures.previous?.conversations ?? 0));
    case "sentiment":
      return falling(({ figures }) => -(figures.sentiment.value ?? 2));
    case "name":
      return (one, other) =>
        nameOf(one.topic).name.localeCompare(nameOf(other.topic).name, "en") || byId(one, other);
  }
}
