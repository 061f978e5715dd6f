// What a run did to the topics of one level, by the texts that they have in common. Pure.
import type { TopicLevel } from "../../core/curation.ts";

export type LineageTopic = { readonly id: number; readonly name: string; readonly texts: number };

export type LineageChange = {
  readonly level: TopicLevel;
  readonly kind: "born" | "continued" | "merged" | "split" | "died";
  readonly from: readonly LineageTopic[];
  readonly to: readonly LineageTopic[];
  /** Texts that were in `from` and are in `to`. */
  readonly common: number;
};

export type LineageInput = {
  readonly level: TopicLevel;
  /** Topic of each text before and after, 0 for none; of the same texts in the same order. */
  readonly before: ArrayLike<number>;
  readonly after: ArrayLike<number>;
  readonly namesBefore: ReadonlyMap<number, string>;
  readonly namesAfter: ReadonlyMap<number, string>;
};

/** A topic goes into another, or comes out of it, when more than this share of its texts does. */
const MOSTLY = 0.5;

/** One entry for each topic before and each after, in the order of their ids. */
export function traceLineage(input: LineageInput): LineageChange[] {
  const { level, before, after, namesBefore, namesAfter } = input;
  const flows = countFlows(before, after);
  const old = (id: number): LineageTopic => {
    return { id, name: namesBefore.get(id) ?? "", texts: flows.sizesBefore.get(id) ?? 0 };
  };
  const now = (id: number): LineageTopic => {
    return { id, name: namesAfter.get(id) ?? "", texts: flows.sizesAfter.get(id) ?? 0 };
  };
  const common = (from: number, to: number): number => flows.between.get(from)?.get(to) ?? 0;
  const changes: LineageChange[] = [];
  const into = new Map<number, number[]>();
  for (const id of byId(namesBefore)) {
    if (namesAfter.has(id)) {
      changes.push({ level, kind: "continued", from: [old(id)], to: [now(id)], common: common(id, id) });
      continue;
    }
    const heir = successorOf(flows, id);
    if (heir === undefined) changes.push({ level, kind: "died", from: [old(id)], to: [], common: 0 });
    else into.set(heir, [...(into.get(heir) ?? []), id]);
  }
  for (const [heir, gone] of into) {
    const from = namesBefore.has(heir) ? [heir, ...gone] : gone;
    const sum = from.reduce((total, id) => total + common(id, heir), 0);
    changes.push({ level, kind: "merged", from: from.map(old), to: [now(heir)], common: sum });
  }
  for (const id of byId(namesAfter)) {
    if (namesBefore.has(id)) continue;
    const [source, share] = originOf(flows, id);
    const isHeir = into.has(id);
    if (source !== undefined && share > MOSTLY && !isHeir) {
      const to = namesAfter.has(source) ? [now(source), now(id)] : [now(id)];
      changes.push({ level, kind: "split", from: [old(source)], to, common: common(source, id) });
    } else if (!isHeir) changes.push({ level, kind: "born", from: [], to: [now(id)], common: 0 });
  }
  return changes;
}

/** Where most of the texts went of a topic that is gone; undefined when they went apart. */
export function findSuccessor(
  before: ArrayLike<number>,
  after: ArrayLike<number>,
): (id: number) => number | undefined {
  const flows = countFlows(before, after);
  return (id) => successorOf(flows, id);
}

type Flows = {
  readonly sizesBefore: ReadonlyMap<number, number>;
  readonly sizesAfter: ReadonlyMap<number, number>;
  /** Texts from a topic to another. */
  readonly between: ReadonlyMap<number, ReadonlyMap<number, number>>;
};

function countFlows(before: ArrayLike<number>, after: ArrayLike<number>): Flows {
  const sizesBefore = new Map<number, number>();
  const sizesAfter = new Map<number, number>();
  const between = new Map<number, Map<number, number>>();
  const add = (map: Map<number, number>, id: number) => map.set(id, (map.get(id) ?? 0) + 1);
  for (let row = 0; row < before.length; row += 1) {
    const [from, to] = [before[row] ?? 0, after[row] ?? 0];
    if (from !== 0) add(sizesBefore, from);
    if (to !== 0) add(sizesAfter, to);
    if (from === 0 || to === 0) continue;
    const flow = between.get(from) ?? new Map<number, number>();
    add(flow, to);
    between.set(from, flow);
  }
  return { sizesBefore, sizesAfter, between };
}

function successorOf({ between, sizesBefore }: Flows, id: number): number | undefined {
  const [heir, most] = largest(between.get(id) ?? new Map<number, number>());
  return heir !== undefined && most > MOSTLY * (sizesBefore.get(id) ?? 0) ? heir : undefined;
}

/** The topic that most of a new one's texts come from, and their share of those that had a topic. */
function originOf({ between }: Flows, id: number): [number | undefined, number] {
  const from = new Map<number, number>();
  for (const [source, flow] of between) from.set(source, flow.get(id) ?? 0);
  const [source, most] = largest(from);
  const all = [...from.values()].reduce((sum, n) => sum + n, 0);
  return [source, all === 0 ? 0 : most / all];
}

function largest(counts: ReadonlyMap<number, number>): [number | undefined, number] {
  let best: number | undefined;
  let most = 0;
  for (const [id, n] of counts) {
    if (n <= most) continue;
    best = id;
    most = n;
  }
  return [best, most];
}

function byId(names: ReadonlyMap<number, string>): number[] {
  return [...names.keys()].sort((one, other) => one - other);
}
