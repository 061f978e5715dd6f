// What the map shows of the tree: each point's colour by the group that its topic stands under, and the names to stand on it.
// Pure.
import type { TopicTreeNode } from "../../../../../src/contract/topics.ts";
import { topicColour } from "../../../charts/colours.ts";
import type { Palette } from "../../../ui/palette.ts";
import type { MapPoints } from "./decode-points.ts";
import { pixelOf } from "./paint-points.ts";
import { type Label, middles } from "./place-labels.ts";

type Nodes = readonly TopicTreeNode[];

/** The node of a level, or the nearest above it, under which each topic stands: by topic id, its key. */
export function keysAt(nodes: Nodes, level: "group" | "topic" | "subtopic"): ReadonlyMap<number, string> {
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const depth = { group: 0, topic: 1, subtopic: 2, cluster: 1 } as const;
  const found = new Map<number, string>();
  for (const node of nodes) {
    let at: TopicTreeNode = node;
    while (depth[at.level] > depth[level]) {
      const above = byKey.get(at.parentKey ?? "");
      if (above === undefined) break;
      at = above;
    }
    if (node.id !== null) found.set(node.id, at.key);
  }
  return found;
}

/** A pixel for each point; what lies outside the lit group is faint. */
export function pointColours(
  points: MapPoints,
  nodes: Nodes,
  palette: Palette,
  litKey: string | undefined,
): Uint32Array {
  const groups = keysAt(nodes, "group");
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const none = pixelOf(palette.border);
  const colours = new Map<number, number>();
  for (const [id, key] of groups)
    colours.set(
      id,
      litKey === undefined || key === litKey ? pixelOf(topicColour(byKey.get(key)?.color, palette)) : none,
    );
  return Uint32Array.from(points.topics, (topic) => colours.get(topic) ?? none);
}

/** Names for the map, the largest first: groups from afar, then topics, and near by subtopics. `closeness` is 1 for the whole. */
export function labelsFor(points: MapPoints, nodes: Nodes, closeness: number): readonly Label[] {
  const level = closeness < 1.8 ? "group" : closeness < 7 ? "topic" : "subtopic";
  const places = middles(points, keysAt(nodes, level));
  return nodes
    .flatMap((node) => {
      const place = places.get(node.key);
      return place === undefined ? [] : [{ key: node.key, name: node.name, place }];
    })
    .sort((one, other) => other.place.points - one.place.points);
}
