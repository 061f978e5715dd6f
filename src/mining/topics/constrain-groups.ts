// Makes raw groups obey what people decided, before texts are placed: merged topics are one, topics that must stay apart are
// cut apart, linked texts move together, pinned texts go where they were put, and a topic with pins exists in any case.
import { matchTopics } from "./match-topics.ts";
import { dotRows, groupCentroids, type Rows, unitRows } from "./rows.ts";
import type { PreviousRun, TopicConstraints } from "./topic-types.ts";

export type ConstrainedGroups = {
  /** Group of each row, -1 for none. */
  readonly groups: Int32Array;
  /** For groups that a person's decision made or holds: the place of the topic in `previous.topics`. */
  readonly continues: ReadonlyMap<number, number>;
  /** Rows that stay where they are, however unlike they look. */
  readonly held: ReadonlySet<number>;
};

/** A group with this share of a merged topic's former members goes into it. */
const MOSTLY = 0.5;

export function constrainGroups(
  rows: Rows,
  given: Int32Array,
  previous: PreviousRun,
  anisotropy: number,
): ConstrainedGroups {
  const constraints = previous.constraints;
  if (constraints === undefined) return { groups: given, continues: new Map(), held: new Set() };
  const state = new GroupState(rows, given, previous, anisotropy);
  for (const [gone, into] of constraints.merged ?? []) state.merge(gone, into);
  for (const [one, other] of constraints.apart ?? []) state.keepApart(one, other);
  state.link(constraints);
  const linked = [...(constraints.mustLink ?? []), ...(constraints.cannotLink ?? [])].flat();
  const held = new Set(linked.filter((row) => (state.groups[row] ?? -1) >= 0));
  for (const { row, topic } of constraints.pinned ?? []) {
    if (row < 0 || row >= rows.count || !state.pin(row, topic)) continue;
    held.add(row);
  }
  return { groups: state.groups, continues: state.forced, held };
}

class GroupState {
  readonly groups: Int32Array;
  readonly forced = new Map<number, number>();
  private readonly rows: Rows;
  private readonly previous: PreviousRun;
  private readonly groupOf: Map<number, number>;
  private readonly placeOf: Map<number, number>;
  private next: number;

  constructor(rows: Rows, given: Int32Array, previous: PreviousRun, anisotropy: number) {
    this.rows = rows;
    this.previous = previous;
    this.groups = given.slice();
    this.next = given.reduce((most, group) => Math.max(most, group + 1), 0);
    const centroids = groupCentroids(rows, given, this.next);
    const topics = Array.from({ length: this.next }, (_, group) => ({
      centroid: centroids.values.subarray(group * rows.dimension, (group + 1) * rows.dimension),
    }));
    const { continues } = matchTopics(topics, given, previous, anisotropy);
    this.placeOf = new Map(previous.topics.map(({ id }, place) => [id, place]));
    this.groupOf = new Map();
    continues.forEach((place, group) => {
      const id = previous.topics[place]?.id;
      if (id !== undefined) this.groupOf.set(id, group);
    });
  }

  /** What continues `gone`, and what is mostly made of either, goes into the group of `into`. */
  merge(gone: number, into: number): void {
    if (!this.placeOf.has(into)) return;
    const target = this.groupOf.get(into) ?? this.groupOf.get(gone);
    if (target === undefined) return;
    const parts = new Set<number>();
    const other = this.groupOf.get(gone);
    if (other !== undefined) parts.add(other);
    for (const group of this.madeMostlyOf(new Set([gone, into]))) parts.add(group);
    parts.delete(target);
    this.groups.forEach((group, row) => {
      if (parts.has(group)) this.groups[row] = target;
    });
    this.groupOf.delete(gone);
    this.claim(target, into);
  }

  /** Where one group holds both, the texts nearer to the second become a group of their own. */
  keepApart(one: number, other: number): void {
    const first = this.groupOf.get(one);
    const second = this.groupOf.get(other);
    if ((first === undefined) === (second === undefined)) return;
    const [present, absent] = first === undefined ? [other, one] : [one, other];
    const source = first ?? second ?? -1;
    const moved = this.rowsNearer(source, absent, present);
    if (moved.length === 0) return;
    const made = this.next++;
    for (const row of moved) this.groups[row] = made;
    this.claim(made, absent);
    this.claim(source, present);
  }

  link({ mustLink = [], cannotLink = [], pinned = [] }: TopicConstraints): void {
    const pins = new Set(pinned.map(({ row }) => row));
    const isThere = (row: number) => (this.groups[row] ?? -1) >= 0;
    for (const [one, other] of mustLink) {
      if (!isThere(one) || !isThere(other)) continue;
      const [stays, moves] = pins.has(other) ? [other, one] : [one, other];
      this.groups[moves] = this.groups[stays] as number;
    }
    for (const [one, other] of cannotLink) {
      if (!isThere(one) || this.groups[one] !== this.groups[other]) continue;
      const moves = pins.has(other) ? one : other;
      this.groups[moves] = this.nearestOther(moves);
    }
  }

  pin(row: number, topic: number): boolean {
    if (!this.placeOf.has(topic)) return false;
    const group = this.groupOf.get(topic) ?? this.next++;
    this.claim(group, topic);
    this.groups[row] = group;
    return true;
  }

  private claim(group: number, topic: number): void {
    this.groupOf.set(topic, group);
    this.forced.set(group, this.placeOf.get(topic) as number);
  }

  /** Groups that continue no topic of their own and whose members mostly had one of these topics. */
  private madeMostlyOf(topics: ReadonlySet<number>): number[] {
    const before = this.previous.assignment;
    if (before === undefined) return [];
    const taken = new Set([...this.groupOf].filter(([id]) => !topics.has(id)).map(([, group]) => group));
    const all = new Map<number, number>();
    const inside = new Map<number, number>();
    this.groups.forEach((group, row) => {
      const topic = before[row] as number;
      if (group < 0 || topic === 0 || taken.has(group)) return;
      all.set(group, (all.get(group) ?? 0) + 1);
      if (topics.has(topic)) inside.set(group, (inside.get(group) ?? 0) + 1);
    });
    return [...inside].filter(([group, n]) => n > MOSTLY * (all.get(group) ?? 0)).map(([group]) => group);
  }

  private rowsNearer(group: number, wanted: number, rival: number): number[] {
    const near = this.previous.topics[this.placeOf.get(wanted) ?? -1];
    const far = this.previous.topics[this.placeOf.get(rival) ?? -1];
    if (near === undefined || far === undefined) return [];
    const before = this.previous.assignment;
    const { dimension } = this.rows;
    const canCompare = near.centroid.length === dimension && far.centroid.length === dimension;
    const pair = unitRows(
      canCompare ? Float32Array.of(...near.centroid, ...far.centroid) : new Float32Array(2 * dimension),
      dimension,
    );
    const found: number[] = [];
    this.groups.forEach((own, row) => {
      if (own !== group) return;
      const topic = before?.[row] ?? 0;
      const nearer = dotRows(this.rows, row, pair, 0) > dotRows(this.rows, row, pair, 1);
      if (topic === wanted || (topic !== rival && nearer)) found.push(row);
    });
    return found;
  }

  private nearestOther(row: number): number {
    const own = this.groups[row] as number;
    const centroids = groupCentroids(this.rows, this.groups, this.next);
    const sizes = new Int32Array(this.next);
    for (const group of this.groups) if (group >= 0) sizes[group] = (sizes[group] as number) + 1;
    let best = -1;
    let most = Number.NEGATIVE_INFINITY;
    for (let group = 0; group < this.next; group += 1) {
      if (group === own || sizes[group] === 0) continue;
      const cosine = dotRows(this.rows, row, centroids, group);
      if (cosine > most) {
        most = cosine;
        best = group;
      }
    }
    return best;
  }
}
