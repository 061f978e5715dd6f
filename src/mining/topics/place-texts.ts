// From raw groups to topics' members: groups too small to be a topic are dissolved, every member gets a confidence, and
// what fits nothing is left unassigned with its reason.
import { LEAST_CONFIDENCE, LEAST_CONFIDENCE_TO_STAY, TopicFit } from "./assign-to-topics.ts";
import { dotRows, groupCentroids, type Rows } from "./rows.ts";

export type PlaceOptions = {
  readonly weights?: ArrayLike<number>;
  /** Fewest distinct texts of a topic; a group of fewer stays when its texts occur often enough. */
  readonly minimumSize: number;
  readonly keepUnassigned: boolean;
  /** Whether a text had a topic in an earlier run: it loses it only when it fits much worse than a new one must. */
  readonly hadTopic?: (row: number) => boolean;
  /** Rows that stay in their group whatever their confidence, and groups that stay whatever their size. */
  readonly heldRows?: ReadonlySet<number>;
  readonly heldGroups?: ReadonlySet<number>;
};

export type Placed = {
  /** Topic of each row, the heaviest topic is 0; -1 for none. */
  readonly assignment: Int32Array;
  readonly confidence: Float32Array;
  /** The raw group that each topic is made of. */
  readonly groupOf: readonly number[];
  readonly betweenTopics: number;
  readonly smallGroup: number;
};

/** A small group is a topic all the same when its texts occur this many times the minimum. */
const HEAVY = 3;

/** `groups` is the raw group of each row, -1 for rows that take no part. */
export function placeTexts(rows: Rows, groups: Int32Array, options: PlaceOptions): Placed {
  const weightOf = (row: number) => (options.weights === undefined ? 1 : (options.weights[row] as number));
  const groupOf = rankGroups(groups, weightOf, options);
  const count = groupOf.length;
  const groupCount = groups.reduce((most, group) => Math.max(most, group + 1), 0);
  const rankOf = new Int32Array(groupCount).fill(-1);
  groupOf.forEach((group, rank) => {
    rankOf[group] = rank;
  });
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
    const isHeld = own >= 0 && options.heldRows?.has(row) === true;
    const least = options.hadTopic?.(row) === true ? LEAST_CONFIDENCE_TO_STAY : LEAST_CONFIDENCE;
    const stays = topic >= 0 && (isHeld || sure >= least || !options.keepUnassigned);
    assignment[row] = stays ? topic : -1;
    confidence[row] = stays ? sure : 0;
    if (!stays && own >= 0) betweenTopics += 1;
    if (!stays && own < 0) smallGroup += 1;
  }
  return { assignment, confidence, groupOf, betweenTopics, smallGroup };
}

/** The raw groups that are large enough for a topic, the heaviest first. */
function rankGroups(
  groups: Int32Array,
  weightOf: (row: number) => number,
  { minimumSize, heldGroups }: PlaceOptions,
): number[] {
  const count = groups.reduce((most, group) => Math.max(most, group + 1), 0);
  const sizes = new Float64Array(count);
  const weights = new Float64Array(count);
  groups.forEach((group, row) => {
    if (group < 0) return;
    sizes[group] = (sizes[group] as number) + 1;
    weights[group] = (weights[group] as number) + weightOf(row);
  });
  const isLarge = (group: number) =>
    (sizes[group] as number) >= minimumSize || (weights[group] as number) >= HEAVY * minimumSize;
  return [...sizes.keys()]
    .filter((group) => (sizes[group] as number) > 0 && (isLarge(group) || heldGroups?.has(group) === true))
    .sort((a, b) => (weights[b] as number) - (weights[a] as number) || a - b);
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
