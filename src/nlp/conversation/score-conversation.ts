// Satisfaction, effort, urgency and churn of a conversation, from what it has shown. Linear, so that every score can be
// explained by what raised and lowered it.
import { EVIDENCE, type Evidence } from "./evidence.ts";

type Weights = { readonly base: number; readonly weights: Readonly<Partial<Record<keyof Evidence, number>>> };

/** What the scores rest on: fitted by `training/heads/satisfaction.py`, and kept in models/heads. */
export type ConversationModel = {
  readonly satisfaction: Weights;
  readonly effort: Weights;
};

export type Reason = {
  readonly because: keyof Evidence;
  /** By how much it moved the satisfaction, in points. */
  readonly points: number;
};

export type ConversationScores = {
  /** 1 (very unsatisfied) to 5 (very satisfied); 3 is where nothing tells. */
  readonly satisfaction: number;
  /** 1 (went by itself) to 5 (hard work for the customer). */
  readonly effort: number;
  /** 0 to 1: whether something could not wait. */
  readonly urgency: number;
  /** 0 to 1: whether the customer speaks of leaving. */
  readonly churn: number;
  /** What moved the satisfaction most, at most three, the strongest first. */
  readonly reasons: readonly Reason[];
};

/** Scores from 1 to 5 are rounded to hundredths, as more would be noise. */
export function scoreConversation(model: ConversationModel, evidence: Evidence): ConversationScores {
  const moved = EVIDENCE.map((because) => ({
    because,
    points: (model.satisfaction.weights[because] ?? 0) * evidence[because],
  }));
  const reasons = moved
    .filter(({ points }) => Math.abs(points) >= 0.05)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
    .slice(0, 3)
    .map(({ because, points }) => ({ because, points: round(points) }));
  return {
    satisfaction: onScale(model.satisfaction, evidence),
    effort: onScale(model.effort, evidence),
    urgency: round(evidence.urgency),
    churn: round(evidence.churn),
    reasons,
  };
}

/** Between 1 and 5, evenly in the middle and ever slower towards the ends. */
function onScale({ base, weights }: Weights, evidence: Evidence): number {
  const sum = EVIDENCE.reduce((total, name) => total + (weights[name] ?? 0) * evidence[name], base);
  return round(3 + 2 * Math.tanh((sum - 3) / 2));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
