// Topics: the tree of the records beside the figures of the analytics tables.
import { type ReadContext, type Scope, windowValue } from "../../columnar/read/read-context.ts";
import { readTopicFigures, type TopicFigures } from "../../columnar/read/topic-figures.ts";
import { readPlacedQuotes, readTopicQuotes } from "../../columnar/read/topic-quotes.ts";
import { cutTopicTree } from "../../core/cut-tree.ts";
import { AppError } from "../../core/errors.ts";
import type { TopicNode } from "../../core/topic-tree.ts";
import { getLens } from "../../records/lenses.ts";
import { findDendrogram, findLatestTopicRun } from "../../records/topic-runs.ts";
import { findTopicQuotes, listTopicWords, type TopicWords } from "../../records/topics.ts";
import type { Handlers, RequestScope } from "../handler.ts";
import { otherLens, resolveFilter } from "../read-scope.ts";
import type { ApiServices } from "../services.ts";
import { askForTopics } from "../topics/ask-for-topics.ts";
import { describeTopic, describeUnassigned, emptyFigures } from "../topics/describe-topic.ts";
import { listClusterNodes, listTreeNodes } from "../topics/tree-nodes.ts";

type Names = "getTopics" | "searchTopics" | "getTopic" | "getTopicTree" | "postDiscovery";
type Entry = { readonly node: TopicNode; readonly figures: TopicFigures };
type Search = {
  readonly lens: string;
  readonly text?: string | undefined;
  readonly level: TopicNode["level"];
  readonly parent?: number | undefined;
  readonly includeHidden: boolean;
  readonly sort: "size" | "change" | "sentiment" | "name";
  readonly limit: number;
  readonly quotes: number;
};

const QUOTES = 20;
const ALL: Scope = { filter: { op: "and", filters: [] }, time: "all" };

export function topicRoutes(services: ApiServices): Handlers<Names> {
  const { columnar, workspace } = services;
  const { db } = services.records;

  async function list(scope: Scope, words: string, search: Search, request: RequestScope) {
    const context = await request.readContext(search.lens);
    const [overview, described, run] = await Promise.all([
      readTopicFigures(columnar, scope, context),
      listTopicWords(db, workspace),
      findLatestTopicRun(db, workspace, search.lens),
    ]);
    const { topics: tree } = context;
    const wanted = [...tree.nodes.values()]
      .filter(({ level, parentId }) =>
        search.parent === undefined ? level === search.level : parentId === search.parent,
      )
      .filter((node) => search.includeHidden || !node.isHidden);
    const visible = wanted.filter(({ id }) => !overview.small.has(id));
    const entries = visible
      .map((node) => ({ node, figures: overview.figures.get(node.id) ?? emptyFigures(overview) }))
      .filter(({ node }) => hasText(node, described.get(node.id), search.text))
      .sort(compareBy(search.sort));
    const shown = entries.slice(0, search.limit);
    const ids = shown.map(({ node }) => node.id);
    const quotes = await readTopicQuotes(columnar, scope, ids, search.quotes, context);
    const zone = context.calendar.timeZone;
    const { window, comparedWith } = overview;
    return {
      topics: shown.map(({ node, figures }) =>
        describeTopic(node, tree, described.get(node.id), figures, quotes.get(node.id) ?? []),
      ),
      total: entries.length,
      withheld: wanted.length - visible.length,
      unassigned: describeUnassigned(overview),
      discoveredAt: run?.finished_at.toISOString() ?? null,
      window: windowValue(window, zone),
      comparedWith: comparedWith === undefined ? null : windowValue(comparedWith, zone),
      grain: overview.grain,
      buckets: overview.buckets,
      filterWords: words,
    };
  }

  /** Those that show its breadth first, then those nearest to its middle, each wording once. */
  async function readQuotesOf(topic: number, context: ReadContext) {
    const [broad, near] = await Promise.all([
      readPlacedQuotes(columnar, await findTopicQuotes(db, workspace, topic), context),
      readTopicQuotes(columnar, ALL, [topic], QUOTES, context),
    ]);
    const all = [...broad, ...(near.get(topic) ?? [])];
    return [...new Map(all.toReversed().map((quote) => [quote.text, quote])).values()]
      .toReversed()
      .slice(0, QUOTES);
  }

  return {
    getTopics: ({ query: { lens } }, request) =>
      list(
        ALL,
        "everything",
        { lens, level: "topic", includeHidden: false, sort: "size", limit: 500, quotes: 3 },
        request,
      ),
    async searchTopics({ body }, request) {
      const { filter, words } = await resolveFilter(db, workspace, body.filter);
      return list({ filter, time: body.time }, words, body, request);
    },
    async getTopic({ params, query }, request) {
      const context = await request.readContext(query.lens);
      const node = context.topics.nodes.get(params.id);
      if (node === undefined) throw new AppError("NOT_FOUND", { kind: "topic", id: params.id });
      const [overview, described] = await Promise.all([
        readTopicFigures(columnar, ALL, context),
        listTopicWords(db, workspace),
      ]);
      if (overview.small.has(node.id))
        return describeTopic(node, context.topics, undefined, emptyFigures(overview), []);
      const figures = overview.figures.get(node.id) ?? emptyFigures(overview);
      const quotes = await readQuotesOf(node.id, context);
      return describeTopic(node, context.topics, described.get(node.id), figures, quotes);
    },
    async getTopicTree({ query }, request) {
      const context = await request.readContext(query.lens);
      const [{ filter, words: filterWords }, words, run, dendrogram] = await Promise.all([
        resolveFilter(db, workspace, query.filter),
        listTopicWords(db, workspace),
        findLatestTopicRun(db, workspace, query.lens),
        findDendrogram(db, workspace, query.lens),
      ]);
      const { topics: tree } = context;
      const cut =
        query.granularity === undefined || dendrogram === undefined
          ? undefined
          : cutTopicTree(tree, dendrogram, query.granularity);
      const overview = await readTopicFigures(
        columnar,
        { filter, time: query.time },
        { ...context, topics: cut?.tree ?? tree },
      );
      const { includeHidden } = query;
      const given = { overview, words, includeHidden };
      const count = (level: TopicNode["level"]) =>
        [...tree.nodes.values()].filter((node) => node.level === level && !node.isHidden).length;
      return {
        ...(cut === undefined
          ? listTreeNodes(tree, given)
          : listClusterNodes(cut.tree, cut.clusters, tree, given)),
        conversations: overview.conversations,
        withTopic: overview.withTopic,
        granularity: {
          asked: cut === undefined ? null : (query.granularity ?? null),
          least: dendrogram === undefined ? 0 : 1,
          most: dendrogram?.leaves ?? 0,
          groups: count("group"),
          topics: count("topic"),
        },
        reason: run?.reason ?? "",
        unassigned: describeUnassigned(overview),
        discoveredAt: run?.finished_at.toISOString() ?? null,
        window: windowValue(overview.window, context.calendar.timeZone),
        filterWords,
      };
    },
    async postDiscovery({ query: { lens } }) {
      const lensId = otherLens(lens);
      if (lensId !== undefined) await getLens(db, workspace, lensId);
      return { jobId: await askForTopics(services, lensId) };
    },
  };
}

function hasText(node: TopicNode, words: TopicWords | undefined, text: string | undefined): boolean {
  if (text === undefined || text.trim() === "") return true;
  const wanted = text.trim().toLowerCase();
  return [node.name, node.foundName, ...(words?.phrases ?? [])].some((phrase) =>
    phrase.toLowerCase().includes(wanted),
  );
}

function compareBy(sort: Search["sort"]): (one: Entry, other: Entry) => number {
  const byId = (one: Entry, other: Entry): number => one.node.id - other.node.id;
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
      return (one, other) => one.node.name.localeCompare(other.node.name, "en") || byId(one, other);
  }
}
