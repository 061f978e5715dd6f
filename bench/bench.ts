// What a bench is. Each prints a table with the peer or the limit beside ours, measured in the same run.

export type BenchRow = {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** What must be met, such as `≥ 15000`, and whether this run met it. */
  readonly limit?: { readonly text: string; readonly met: boolean };
  /** The peer's figure of the same run, or a published one with its source in `what`. */
  readonly peer?: { readonly name: string; readonly value: number };
};

export type BenchContext = {
  /** Folder of the public data sets (PARLANCE_DATASETS); a bench that needs it says so when it is missing. */
  readonly datasets?: string;
  /** Where a bench that makes much data may keep it for its next run; without, it lies in a temporary folder and goes. */
  readonly keep?: string;
  /** Shows progress on standard error. */
  readonly write: (line: string) => void;
};

export type Bench = {
  readonly name: string;
  readonly summary: string;
  run(context: BenchContext): Promise<BenchRow[]>;
};
