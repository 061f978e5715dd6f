// Gives the topics of a new run the ids of the topics that they continue: by shared members where texts occurred in both
// runs, by the direction of centroids where they did not. Each old topic is continued by one new topic at most.
import { bestAssignment } from "../evaluate/hungarian.ts";
import type { DiscoveredTopic, PreviousRun } from "./topic-types.ts";

/** Least share of common members, or least closeness of centroids (1: the same, 0: as far as any two texts). */
const LEAST_OVERLAP = 0.3;
const LEAST_CLOSENESS = 0.75;
/** Outweighs any sum of found matches. */
const FORCED = 1e6;

export type TopicMatch = {
  /** Previous topic's place in `previous.topics` for each new topic, or -1. */
  readonly continues: Int32Array;
  /** Ids of previous topics that nothing continues. */
  readonly retired: readonly number[];
};

/** `forced` is the place in `previous.topics` of topics whose match is decided already, -1 for the others. */
export function matchTopics(
  topics: readonly Pick<DiscoveredTopic, "centroid">[],
  assignment: Int32Array,
  previous: PreviousRun,
  anisotropy: number,
  forced?: Int32Array,
): TopicMatch {
  const olds = previous.topics.length;
  const overlap = memberOverlap(topics.length, assignment, previous);
  const gain = new Float64Array(topics.length * olds);
  topics.forEach((topic, at) => {
    previous.topics.forEach((old, before) => {
      const shared = overlap[at * olds + before] as number;
      const close = closeness(topic.centroid, old.centroid, anisotropy);
      const known = Math.max(shared, 0);
      const fits = shared >= 0 ? shared >= LEAST_OVERLAP : close >= LEAST_CLOSENESS;
      gain[at * olds + before] = fits ? 1 + 2 * known + Math.max(0, close) : 0;
    });
  });
  forced?.forEach((place, at) => {
    if (place < 0) return;
    for (let before = 0; before < olds; before += 1) gain[at * olds + before] = before === place ? FORCED : 0;
  });
  const continues = bestAssignment(gain, topics.length, olds).map((before, at) =>
    before >= 0 && (gain[at * olds + before] as number) > 0 ? before : -1,
  );
  const used = new Set(continues);
  const retired = previous.topics.filter((_, before) => !used.has(before)).map((old) => old.id);
  return { continues, retired };
}

/** Jaccard share of members among the texts that had a topic before; -1 where one side has none of those. */
function memberOverlap(count: number, assignment: Int32Array, previous: PreviousRun): Float64Array {
  const olds = previous.topics.length;
  const overlap = new Float64Array(count * olds).fill(-1);
  const before = previous.assignment;
  if (before === undefined) return overlap;
  const placeOf = new Map(previous.topics.map((topic, place) => [topic.id, place]));
  const common = new Float64Array(count * olds);
  const news = new Float64Array(count);
  const oldSizes = new Float64Array(olds);
  assignment.forEach((topic, row) => {
    const place = placeOf.get(before[row] as number);
    if (place === undefined) return;
    oldSizes[place] = (oldSizes[place] as number) + 1;
    if (topic < 0) return;
    news[topic] = (news[topic] as number) + 1;
    common[topic * olds + place] = (common[topic * olds + place] as number) + 1;
  });
  return overlap.map((_, at) => {
    const topic = Math.floor(at / olds);
    const place = at % olds;
    if (news[topic] === 0 || oldSizes[place] === 0) return -1;
    const both = common[at] as number;
    return both / ((news[topic] as number) + (oldSizes[place] as number) - both);
  });
}

function closeness(left: Float32Array, right: Float32Array, anisotropy: number): number {
  if (left.length !== right.length) return 0;
  const cosine = left.reduce((sum, value, at) => sum + value * (right[at] as number), 0);
  return (cosine - anisotropy) / Math.max(1e-6, 1 - anisotropy);
}
