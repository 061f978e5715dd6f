// The port of language detection.

export type DetectedLanguage = {
  /** ISO 639-1 code in lower case, or `und` when the text is too short or too mixed to tell. */
  readonly language: string;
  /** From 0 to 1: how sure the detector is. 0 with `und`. */
  readonly score: number;
  /** A second language that a sentence or a clause of the text is in. */
  readonly mixedWith?: string;
};
