// The port behind which text becomes vectors. Which model does it, and where it runs, is the adapter's business.

export type EmbedOptions = {
  /** Aborting rejects the call with AppError CANCELLED; batches already running are finished and kept in the cache. */
  readonly signal?: AbortSignal;
  /** Called as texts get their vectors; `total` is the number of texts given. Repeats count as soon as one is done. */
  readonly onProgress?: (done: number, total: number) => void;
};

export type Encoder = {
  /** Names the weights and how they are used. Vectors of two versions must never be compared. */
  readonly version: string;
  /** Numbers in a vector. */
  readonly dimension: number;
  /**
   * One vector of length 1 for each text, in the order given. A text's vector does not depend on its neighbours in
   * the call. Vectors may be shared with the cache and between equal texts: read them, don't write into them.
   */
  embed(texts: readonly string[], options?: EmbedOptions): Promise<Float32Array[]>;
  /** Ends the workers. Calls that are running are rejected with AppError CANCELLED. */
  close(): Promise<void>;
};
