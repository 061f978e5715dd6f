// Imports and labelling must not touch the tables at the same time: labelling rebuilds a month beside the live one and swaps it
// in, and rows written to the old month in between would be lost. One process writes (the data directory's lock sees to it), so
// a queue in memory is enough. On a server with several processes, write jobs of one workspace must run one at a time.
import type { Columnar } from "../columnar.ts";

const tails = new WeakMap<Columnar, Promise<unknown>>();

/** Runs writers of one store one after another, in the order of the calls. */
export function withWriteLock<T>(columnar: Columnar, write: () => Promise<T>): Promise<T> {
  const before = tails.get(columnar) ?? Promise.resolve();
  const result = before.then(write, write);
  tails.set(
    columnar,
    result.catch(() => undefined),
  );
  return result;
}
