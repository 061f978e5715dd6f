// The tree as a list of nodes with their counts: as it stands, or cut to a number of clusters. Pure.
import { shareOf, type TopicOverview } from "../../columnar/read/topic-figures.ts";
import type { Cluster } from "../../core/cut-tree.ts";
import type { TopicNode, TopicTree } from "../../core/topic-tree.ts";
import type { TopicWords } from "../../records/topics.ts";
import { emptyFigures } from "./describe-topic.ts";

type Described = {
  readonly overview: TopicOverview;
  readonly words: ReadonlyMap<number, TopicWords>;
  readonly includeHidden: boolean;
};

const keyOf = (id: number): string => `t${id}`;

/** Parents before children, each level by falling size; nodes below the smallest group left out, and counted. */
export function listTreeNodes(tree: TopicTree, described: Described) {
  const list = (parent: number | null): ReturnType<typeof toNode>[] =>
    inOrder(tree.children(parent), described).flatMap((node) => [
      toNode(node, { key: keyOf(node.id), parentKey: parent === null ? null : keyOf(parent) }, described),
      ...list(node.id),
    ]);
  const nodes = list(null);
  const { small } = described.overview;
  const isSmall = (id: number) => tree.path(id).some((above) => small.has(above.id));
  const kept = nodes.filter(({ id }) => id === null || !isSmall(id));
  return { nodes: kept, withheld: nodes.length - kept.length };
}

/** `tree` is the cut one, of which `overview` counts the nodes; names and places of topics come from `original`. */
export function listClusterNodes(
  tree: TopicTree,
  clusters: readonly Cluster[],
  original: TopicTree,
  described: Described,
) {
  const byId = new Map(clusters.map((cluster) => [cluster.id, cluster]));
  const tops = inOrder(tree.children(null), described).flatMap((top) => byId.get(top.id) ?? []);
  const { small } = described.overview;
  const shown = tops.filter(({ id }) => !small.has(id));
  let withheld = tops.length - shown.length;
  const nodes = shown.flatMap((cluster, place) => {
    const top = tree.nodes.get(cluster.id);
    if (top === undefined) return [];
    const { node, members } = cluster;
    const key = node === undefined ? `c${place + 1}` : keyOf(node.id);
    const self = {
      ...toNode(top, { key, parentKey: null }, described),
      id: node?.id ?? null,
      level: node?.level ?? ("cluster" as const),
      name: cluster.name,
      named: node?.isNamed ?? false,
      phrases: node === undefined ? [] : (described.words.get(node.id)?.phrases ?? []),
      topicIds: node === undefined ? [...members] : [node.id],
    };
    if (members.length === 1) return [self];
    const below = members.filter((id) => !small.has(id));
    withheld += members.length - below.length;
    const children = inOrder(
      below.flatMap((id) => original.nodes.get(id) ?? []),
      described,
    );
    return [
      self,
      ...children.map((child) => toNode(child, { key: keyOf(child.id), parentKey: key }, described)),
    ];
  });
  return { nodes, withheld };
}

function inOrder(nodes: readonly TopicNode[], { overview, includeHidden }: Described): readonly TopicNode[] {
  const size = ({ id }: TopicNode) => overview.figures.get(id)?.conversations ?? 0;
  return nodes
    .filter((node) => includeHidden || !node.isHidden)
    .toSorted((one, other) => size(other) - size(one) || one.id - other.id);
}

function toNode(
  node: TopicNode,
  { key, parentKey }: { readonly key: string; readonly parentKey: string | null },
  { overview, words }: Described,
) {
  const { utterances, conversations, sentiment } = overview.figures.get(node.id) ?? emptyFigures(overview);
  return {
    key,
    parentKey,
    id: node.id as number | null,
    level: node.level as TopicNode["level"] | "cluster",
    name: node.name,
    named: node.isNamed,
    hidden: node.isHidden,
    color: node.colorIndex,
    phrases: words.get(node.id)?.phrases ?? [],
    topicIds: [node.id],
    utterances,
    conversations,
    share: shareOf(conversations, overview.conversations),
    sentiment,
  };
}
