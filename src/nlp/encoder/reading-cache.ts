// Keeps the readings of the texts asked for last.
import type { Reading } from "./encoder.ts";

export type ReadingCache = {
  get(text: string): Reading | undefined;
  set(text: string, reading: Reading): void;
};

/** A cache of at most `size` readings; the least recently used one goes first. Size 0 keeps nothing. */
export function createReadingCache(size: number): ReadingCache {
  const readings = new Map<string, Reading>();
  return {
    get(text) {
      const reading = readings.get(text);
      if (reading === undefined) return undefined;
      // A Map remembers the order of insertion, so putting it in again makes it the youngest.
      readings.delete(text);
      readings.set(text, reading);
      return reading;
    },
    set(text, reading) {
      readings.delete(text);
      readings.set(text, reading);
      if (readings.size <= size) return;
      const [oldest] = readings.keys();
      if (oldest !== undefined) readings.delete(oldest);
    },
  };
}
