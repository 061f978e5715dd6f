// Groups above the topics, subtopics below them, and the one tree that all three levels are cuts of.
import type { Dendrogram } from "../../core/dendrogram.ts";
import { buildDendrogram } from "./build-dendrogram.ts";
import { describeTopics, keyOf } from "./describe-topics.ts";
import { groupTopics } from "./group-topics.ts";
import { type Rows, unitRows } from "./rows.ts";
import { splitTopics } from "./split-topics.ts";
import type { DiscoveredTopic, NamedTexts, PreviousRun, Subtopic, TopicGroup } from "./topic-types.ts";

export type TopicTree = {
  readonly topics: readonly DiscoveredTopic[];
  readonly groups: readonly TopicGroup[];
  readonly subtopics: readonly Subtopic[];
  readonly subtopicAssignment: Int32Array;
  readonly dendrogram: Dendrogram;
};

export type TreeOptions = {
  readonly texts: readonly string[];
  readonly weights?: ArrayLike<number>;
  /** Fewest texts of a subtopic. */
  readonly minimumSize: number;
  readonly previous: PreviousRun;
};

/** `topics` are described and have their ids; `assignment` is the topic of each row. */
export function buildTree(
  rows: Rows,
  topics: readonly Omit<DiscoveredTopic, "group">[],
  assignment: Int32Array,
  options: TreeOptions,
): TopicTree {
  const { texts, weights, previous } = options;
  const centroids = stackCentroids(topics, rows.dimension);
  const sizes = topics.map(({ weight }) => weight);
  const made = handMadeGroups(topics, previous);
  const found = orderByWeight(groupTopics(centroids, sizes, made.groupOf), sizes);
  const groupCount = found.reduce((most, group) => Math.max(most, group + 1), 0);
  const groupOfRow = assignment.map((topic) => (topic < 0 ? -1 : (found[topic] as number)));
  const described = describeTopics(rows, texts, groupOfRow, groupCount, weights);
  const groups = described.map((group, at): TopicGroup => {
    const children = [...found.keys()].filter((topic) => found[topic] === at);
    const handMade = made.groups[made.groupOf[children[0] ?? -1] ?? -1];
    const only = children.length === 1 ? topics[children[0] ?? -1] : undefined;
    const name = handMade?.name ?? only?.name ?? group.name;
    const id = handMade?.id ?? continuedGroup(children, topics, previous);
    return { ...group, name, key: keyOf(name), children, ...(id !== undefined && { id }) };
  });
  const split = splitTopics(rows, assignment, topics.length, options.minimumSize);
  const parts = describeTopics(rows, texts, split.assignment, split.topicOf.length, weights);
  const subtopics = parts.map((part, at): Subtopic => {
    const topic = split.topicOf[at] as number;
    const alone = split.topicOf[at - 1] !== topic && split.topicOf[at + 1] !== topic;
    const whole = topics[topic];
    return alone && whole !== undefined ? { ...named(whole), topic } : { ...part, topic };
  });
  const dendrogram = buildDendrogram([
    {
      ...levelOf(subtopics, rows.dimension),
      families: topics.map(({ name }, topic) => ({
        name,
        members: [...subtopics.keys()].filter((at) => subtopics[at]?.topic === topic),
      })),
    },
    {
      ...levelOf(topics, rows.dimension),
      families: groups.map(({ name, children }) => ({ name, members: children })),
    },
    {
      ...levelOf(groups, rows.dimension),
      families: groups.length === 0 ? [] : [{ name: "", members: [...groups.keys()] }],
    },
  ]);
  return {
    topics: topics.map((topic, at) => ({ ...topic, group: found[at] as number })),
    groups,
    subtopics,
    subtopicAssignment: split.assignment,
    dendrogram,
  };
}

function named(topic: NamedTexts): NamedTexts {
  const { key, name, description, phrases, size, weight, centroid, quotes, cohesion } = topic;
  return { key, name, description, phrases, size, weight, centroid, quotes, cohesion };
}

function levelOf(nodes: readonly NamedTexts[], dimension: number) {
  return {
    centroids: stackCentroids(nodes, dimension),
    sizes: nodes.map(({ weight }) => weight),
    names: nodes.map(({ name }) => name),
  };
}

function stackCentroids(nodes: readonly Pick<NamedTexts, "centroid">[], dimension: number): Rows {
  const values = new Float32Array(nodes.length * dimension);
  nodes.forEach(({ centroid }, at) => {
    values.set(centroid, at * dimension);
  });
  return unitRows(values, dimension);
}

/** Renumbers groups so that the heaviest is 0. */
function orderByWeight(groups: Int32Array, sizes: readonly number[]): Int32Array {
  const sums = new Map<number, number>();
  groups.forEach((group, topic) => {
    sums.set(group, (sums.get(group) ?? 0) + (sizes[topic] as number));
  });
  const order = [...sums].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([group]) => group);
  return groups.map((group) => order.indexOf(group));
}

/** The hand-made group of each topic by its place in the constraints, -1 for none. */
function handMadeGroups(topics: readonly Pick<DiscoveredTopic, "id">[], { constraints }: PreviousRun) {
  const groups = constraints?.groups ?? [];
  const placeOf = new Map(groups.flatMap((group, place) => group.topics.map((id) => [id, place] as const)));
  const groupOf = Int32Array.from(topics, ({ id }) => (id === undefined ? -1 : (placeOf.get(id) ?? -1)));
  return { groups, groupOf };
}

/** The previous group that most of these topics come from, if it also holds most of that group's topics. */
function continuedGroup(
  children: readonly number[],
  topics: readonly Pick<DiscoveredTopic, "id">[],
  { groups = [] }: PreviousRun,
): number | undefined {
  const ids = new Set(children.flatMap((topic) => topics[topic]?.id ?? []));
  const ranked = groups
    .map((group) => {
      const common = group.topics.filter((id) => ids.has(id)).length;
      return { id: group.id, share: common / (group.topics.length + ids.size - common || 1) };
    })
    .sort((a, b) => b.share - a.share || a.id - b.id);
  const best = ranked[0];
  return best !== undefined && best.share > 0.5 ? best.id : undefined;
}
