// From raw groups to topics' members: groups too small to be a topic are dissolved, every member gets a confidence, and
// what fits nothing is left unassigned with its reason.
import { LEAST_CONFIDENCE, TopicFit } from "./assign-to-topics.ts";
import { dotRows, groupCentroids, type Rows } from "./rows.ts";

export type PlaceOptions = {
  readonly weights?: ArrayLike<number>;
  /** Fewest distinct texts of a topic; a group of fewer stays when its texts occur often enough. */
  readonly minimumSize: number;
  readonly keepUnassigned: boolean;
};

export type Placed = {
  /** Topic of each row, the heaviest topic is 0; -1 for none. */
  readonly assignment: Int32Array;
  readonly confidence: Float32Array;
  readonly centroids: Rows;
  readonly cohesions: Float64Array;
  readonly betweenTopics: number;
  readonly smallGroup: number;
};

/** A small group is a topic all the same when its texts occur this many times the minimum. */
const HEAVY = 3;

/** `groups` is the raw group of each row, -1 for rows that take no part. */
export function placeTexts(rows: Rows, groups: Int32Array, options: PlaceOptions): Placed {
  const weightOf = (row: number) => (options.weights === undefined ? 1 : (options.weights[row] as number));
  const rankOf = rankGroups(groups, weightOf, options.minimumSize);
  const count = rankOf.reduce((most, rank) => Math.max(most, rank + 1), 0);
  const assignment = groups.map((group) => (group < 0 ? -1 : (rankOf[group] as number)));
  const confidence = new Float32Array(rows.count);
  const raw = groupCentroids(rows, assignment, count, options.weights);
  const fit = new TopicFit(raw, measureCohesions(rows, assignment, raw));
  let betweenTopics = 0;
  let smallGroup = 0;
  for (let row = 0; row < rows.count; row += 1) {
    const group = groups[row] as number;
    if (group < 0) continue;
    const own = rankOf[group] as number;
    const topic = own >= 0 ? own : fit.nearest(rows, row);
    const sure = topic < 0 ? 0 : fit.confidence(rows, row, topic);
    const stays = topic >= 0 && (sure >= LEAST_CONFIDENCE || !options.keepUnassigned);
    assignment[row] = stays ? topic : -1;
    confidence[row] = stays ? sure : 0;
    if (!stays && own >= 0) betweenTopics += 1;
    if (!stays && own < 0) smallGroup += 1;
  }
  const centroids = groupCentroids(rows, assignment, count, options.weights);
  const cohesions = measureCohesions(rows, assignment, centroids);
  return { assignment, confidence, centroids, cohesions, betweenTopics, smallGroup };
}

/** The place of each raw group by weight, -1 where it is too small. */
function rankGroups(groups: Int32Array, weightOf: (row: number) => number, minimumSize: number): Int32Array {
  const count = groups.reduce((most, group) => Math.max(most, group + 1), 0);
  const sizes = new Float64Array(count);
  const weights = new Float64Array(count);
  groups.forEach((group, row) => {
    if (group < 0) return;
    sizes[group] = (sizes[group] as number) + 1;
    weights[group] = (weights[group] as number) + weightOf(row);
  });
  const ranks = new Int32Array(count).fill(-1);
  Array.from({ length: count }, (_, group) => group)
    .filter(
      (group) => (sizes[group] as number) >= minimumSize || (weights[group] as number) >= HEAVY * minimumSize,
    )
    .sort((a, b) => (weights[b] as number) - (weights[a] as number) || a - b)
    .forEach((group, rank) => {
      ranks[group] = rank;
    });
  return ranks;
}

function measureCohesions(rows: Rows, assignment: Int32Array, centroids: Rows): Float64Array {
  const sums = new Float64Array(centroids.count);
  const sizes = new Float64Array(centroids.count);
  assignment.forEach((topic, row) => {
    if (topic < 0) return;
    sums[topic] = (sums[topic] as number) + dotRows(rows, row, centroids, topic);
    sizes[topic] = (sizes[topic] as number) + 1;
  });
  return sums.map((sum, topic) => (sizes[topic] === 0 ? 0 : sum / (sizes[topic] as number)));
}
