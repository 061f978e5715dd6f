// Puts texts to topics that are already there, by the topics' centroids: what a new utterance goes through seconds after
// it arrives, and what gives every assignment its confidence.

import { calibrated } from "./calibrated-confidence.ts";
import { dotRows, type Rows, unitRows } from "./rows.ts";
import type { AssignOptions, AssignResult } from "./topic-types.ts";

/** Below this confidence a text stays unassigned. */
export const LEAST_CONFIDENCE = calibrated(0.06);
/** What keeps a text in the topic that it had. */
export const LEAST_CONFIDENCE_TO_STAY = calibrated(0.02);
/**
 * The same for texts that answer or comment rather than open a conversation: discovery has not seen their like, so only
 * those that clearly speak of a topic belong to it.
 */
export const LEAST_CONFIDENCE_IN_PASSING = calibrated(0.5);
/** Softness of the choice between topics, as a share of the topics' mean spread. */
const SOFTNESS = 0.12;
/** A member this many times farther from the centroid than the average one fits not at all. */
const FARTHEST = 2.6;
const LEAST_SPREAD = 0.02;
const RIVALS = 24;

/** Judges how well texts fit topics. `cohesions` are the mean cosines of the topics' members to their centroids. */
export class TopicFit {
  private readonly centroids: Rows;
  private readonly spreads: Float64Array;
  private readonly softness: number;
  private readonly rivals = new Map<number, readonly number[]>();

  constructor(centroids: Rows, cohesions: ArrayLike<number>) {
    this.centroids = centroids;
    this.spreads = Float64Array.from({ length: centroids.count }, (_, topic) =>
      Math.max(LEAST_SPREAD, 1 - (cohesions[topic] as number)),
    );
    const mean = this.spreads.reduce((sum, spread) => sum + spread, 0) / Math.max(1, this.spreads.length);
    this.softness = Math.max(1e-6, SOFTNESS * mean);
  }

  /** The topic whose centroid is nearest to a row, -1 when there is no topic. */
  nearest(rows: Rows, row: number): number {
    let best = -1;
    let most = Number.NEGATIVE_INFINITY;
    for (let topic = 0; topic < this.centroids.count; topic += 1) {
      const cosine = dotRows(rows, row, this.centroids, topic);
      if (cosine > most) {
        most = cosine;
        best = topic;
      }
    }
    return best;
  }

  /** The chance that the text belongs here: from how far this topic is ahead of its rivals and how typical of it the text is. */
  confidence(rows: Rows, row: number, topic: number): number {
    const own = dotRows(rows, row, this.centroids, topic);
    let sum = 1;
    for (const rival of this.rivalsOf(topic)) {
      const cosine = dotRows(rows, row, this.centroids, rival);
      sum += Math.exp(Math.min(30, (cosine - own) / this.softness));
    }
    const distance = (1 - own) / (this.spreads[topic] as number);
    const typical = Math.min(1, Math.max(0, (FARTHEST - distance) / (FARTHEST - 1)));
    return calibrated(typical / sum);
  }

  /** The topics nearest to a topic: others take next to nothing of its texts' confidence. */
  private rivalsOf(topic: number): readonly number[] {
    const known = this.rivals.get(topic);
    if (known !== undefined) return known;
    const found = Array.from({ length: this.centroids.count }, (_, other) => ({
      other,
      cosine: dotRows(this.centroids, topic, this.centroids, other),
    }))
      .filter(({ other }) => other !== topic)
      .sort((a, b) => b.cosine - a.cosine || a.other - b.other)
      .slice(0, RIVALS)
      .map(({ other }) => other);
    this.rivals.set(topic, found);
    return found;
  }
}

/**
 * The nearest topic of each row of `vectors` and how sure that is; -1 and 0 where none fits. Vectors need not be of
 * length 1, and must come from the encoder that the topics were found with.
 */
export function assignToTopics(options: AssignOptions): AssignResult {
  const { topics, dimension, leastConfidence = LEAST_CONFIDENCE } = options;
  const rows = unitRows(options.vectors, dimension);
  const assignment = new Int32Array(rows.count).fill(-1);
  const confidence = new Float32Array(rows.count);
  if (topics.length === 0) return { assignment, confidence };
  const values = new Float32Array(topics.length * dimension);
  topics.forEach((topic, at) => {
    values.set(topic.centroid, at * dimension);
  });
  const fit = new TopicFit(
    unitRows(values, dimension),
    topics.map((topic) => topic.cohesion),
  );
  for (let row = 0; row < rows.count; row += 1) {
    const best = fit.nearest(rows, row);
    const sure = fit.confidence(rows, row, best);
    if (sure < leastConfidence) continue;
    assignment[row] = best;
    confidence[row] = sure;
  }
  return { assignment, confidence };
}
