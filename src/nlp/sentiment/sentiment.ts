// The port of sentiment. A lexicon stands behind it today, a trained model may later.

export type Sentiment = {
  /** Names what gives the scores. Scores of two versions should not be put on one chart without saying so. */
  readonly version: string;
  /** From −2 (very negative) to 2 (very positive); null when nothing in the text tells. */
  score(text: string): number | null;
};
