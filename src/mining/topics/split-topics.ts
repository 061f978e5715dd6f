// The level below topics: each topic is cut into the parts that its texts fall into, by Ward on an even sample of its members.
// A part too small to be looked at alone joins its nearest.
import { dotRows, groupCentroids, type Rows, takeRows } from "./rows.ts";
import { cutTree, wardTree } from "./ward.ts";

export type Subdivision = {
  /** Subtopic of each row, -1 for rows without a topic. */
  readonly assignment: Int32Array;
  /** Topic of each subtopic, ascending. */
  readonly topicOf: Int32Array;
};

/** Members of a topic that are compared all with all; the rest join the nearest part. */
const SAMPLE = 500;
const MOST_PARTS = 12;
/** All subtopics together: what a person can still look through. */
const MOST_SUBTOPICS = 600;

/** `minimumSize` is the fewest texts of a part. */
export function splitTopics(
  rows: Rows,
  topics: Int32Array,
  topicCount: number,
  minimumSize: number,
): Subdivision {
  const members: number[][] = Array.from({ length: topicCount }, () => []);
  topics.forEach((topic, row) => {
    if (topic >= 0) members[topic]?.push(row);
  });
  const total = members.reduce((sum, rowsOfTopic) => sum + rowsOfTopic.length, 0);
  const textsPerPart = Math.max(2 * minimumSize, total / Math.max(1, MOST_SUBTOPICS - topicCount));
  const assignment = new Int32Array(rows.count).fill(-1);
  const topicOf: number[] = [];
  members.forEach((rowsOfTopic, topic) => {
    const wanted = Math.min(MOST_PARTS, Math.floor(rowsOfTopic.length / textsPerPart));
    const parts =
      wanted < 2 ? new Int32Array(rowsOfTopic.length) : splitOne(rows, rowsOfTopic, wanted, minimumSize);
    const count = parts.reduce((most, part) => Math.max(most, part + 1), 0);
    const sizes = new Int32Array(count);
    for (const part of parts) sizes[part] = (sizes[part] as number) + 1;
    const order = [...sizes.keys()].sort((a, b) => (sizes[b] as number) - (sizes[a] as number) || a - b);
    const rankOf = new Map(order.map((part, rank) => [part, rank]));
    rowsOfTopic.forEach((row, at) => {
      assignment[row] = topicOf.length + (rankOf.get(parts[at] as number) ?? 0);
    });
    for (let part = 0; part < count; part += 1) topicOf.push(topic);
  });
  return { assignment, topicOf: Int32Array.from(topicOf) };
}

/** The part of each member, from 0 without gaps. */
function splitOne(rows: Rows, members: readonly number[], wanted: number, minimumSize: number): Int32Array {
  const step = Math.max(1, members.length / SAMPLE);
  const sampled = Array.from(
    { length: Math.floor(members.length / step) },
    (_, at) => members[Math.floor(at * step)] as number,
  );
  const sample = takeRows(rows, sampled);
  const cut = cutTree(wardTree(sample), sample.count, wanted);
  const count = cut.reduce((most, part) => Math.max(most, part + 1), 0);
  const centres = groupCentroids(sample, cut, count);
  const parts = Int32Array.from(members, (row) => nearest(rows, row, centres));
  const sizes = new Int32Array(count);
  for (const part of parts) sizes[part] = (sizes[part] as number) + 1;
  const large = [...sizes.keys()].filter((part) => (sizes[part] as number) >= minimumSize);
  if (large.length < 2) return new Int32Array(members.length);
  const kept = takeRows(centres, large);
  return Int32Array.from(members, (row) => nearest(rows, row, kept));
}

function nearest(rows: Rows, row: number, centres: Rows): number {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let centre = 0; centre < centres.count; centre += 1) {
    const cosine = dotRows(rows, row, centres, centre);
    if (cosine > most) {
      most = cosine;
      best = centre;
    }
  }
  return best;
}
