// A node of the tree with its figures, as the contract gives it.
import { shareOf, type TopicFigures, type TopicOverview } from "../../columnar/read/topic-figures.ts";
import type { TopicNode, TopicTree } from "../../core/topic-tree.ts";
import { REASON_LABELS, UNASSIGNED_REASONS } from "../../core/unassigned-reason.ts";
import type { TopicWords } from "../../records/topics.ts";

export function describeTopic<Quote>(
  node: TopicNode,
  tree: TopicTree,
  words: TopicWords | undefined,
  figures: TopicFigures,
  quotes: readonly Quote[],
) {
  return {
    id: node.id,
    name: node.name,
    foundName: node.foundName,
    named: node.isNamed,
    level: node.level,
    parentId: node.parentId,
    path: tree
      .path(node.id)
      .slice(1)
      .map(({ id, name, level }) => ({ id, name, level })),
    color: node.colorIndex,
    hidden: node.isHidden,
    description: words?.description ?? "",
    phrases: words?.phrases ?? [],
    ...figures,
    quotes,
  };
}

export function emptyFigures(overview: TopicOverview): TopicFigures {
  return {
    utterances: 0,
    conversations: 0,
    share: shareOf(0, overview.conversations),
    previous: null,
    sentiment: { value: null, n: 0, low: null, high: null },
    sparkline: overview.buckets.map(() => 0),
  };
}

export function describeUnassigned({ unassigned }: TopicOverview) {
  const { utterances, outOf, smallTalk, reasons } = unassigned;
  return {
    utterances,
    share: shareOf(utterances, outOf),
    smallTalk,
    reasons: UNASSIGNED_REASONS.flatMap((reason) => {
      const count = reasons.get(reason) ?? 0;
      return count === 0 ? [] : [{ reason, label: REASON_LABELS[reason], utterances: count }];
    }),
  };
}
