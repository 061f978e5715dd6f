// The port behind which text becomes vectors. Which model does it, and where it runs, is the adapter's business.

export type EmbedOptions = {
  /** Aborting rejects the call with AppError CANCELLED; batches already running are finished and kept in the cache. */
  readonly signal?: AbortSignal;
  /** Called as texts get their vectors; `total` is the number of texts given. Repeats count as soon as one is done. */
  readonly onProgress?: (done: number, total: number) => void;
};

/** What one pass through the model gives for a text. Read them, don't write into them: they may be shared. */
export type Reading = {
  /** Of length 1. */
  readonly vector: Float32Array;
  /** What the heads of `src/nlp/heads` read; empty where the model has no such branch. */
  readonly state: Float32Array;
};

export type Encoder = {
  /** Names the weights and how they are used. Vectors of two versions must never be compared. */
  readonly version: string;
  /** Names the branch that gives states; heads fit one branch only. Undefined where the model has none. */
  readonly stateVersion: string | undefined;
  /** Numbers in a vector. */
  readonly dimension: number;
  /**
   * One vector of length 1 for each text, in the order given. A text's vector does not depend on its neighbours in
   * the call. Vectors may be shared with the cache and between equal texts: read them, don't write into them.
   */
  embed(texts: readonly string[], options?: EmbedOptions): Promise<Float32Array[]>;
  /** As `embed`, with the state beside each vector: both come from one pass. */
  read(texts: readonly string[], options?: EmbedOptions): Promise<Reading[]>;
  /** Ends the workers. Calls that are running are rejected with AppError CANCELLED. */
  close(): Promise<void>;
};
