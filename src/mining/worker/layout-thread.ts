// The thread that lays texts out on a map: neighbours first, then their places.
import { layoutMap } from "../map/layout-map.ts";
import { nearestNeighbours } from "../topics/neighbour-graph.ts";
import { unitRows } from "../topics/rows.ts";
import { answerFromThread } from "./run-in-thread.ts";

export type LayoutThreadData = {
  /** n × dimension numbers, row after row. */
  readonly vectors: Float32Array;
  readonly dimension: number;
  readonly seed: number;
};

const NEIGHBOURS = 15;
/** Share of the time that the neighbours take. */
const NEIGHBOURS_SHARE = 0.6;

answerFromThread<LayoutThreadData, Float32Array, number>(
  ({ vectors, dimension, seed }, report) => {
    const rows = unitRows(vectors, dimension);
    const neighbours = nearestNeighbours(rows, NEIGHBOURS, {
      onShare: (share) => report(share * NEIGHBOURS_SHARE),
    });
    return layoutMap(rows, neighbours, {
      seed,
      onShare: (share) => report(NEIGHBOURS_SHARE + share * (1 - NEIGHBOURS_SHARE)),
    });
  },
  (places) => [places.buffer],
);
