// The measures as data: what is counted, on which table, in which unit, and how its uncertainty is known.
import { AppError } from "../core/errors.ts";
import { type Entity, NEUTRAL_SENTIMENT } from "./fields.ts";
import { ident, type Sql, sql } from "./sql.ts";

export type MeasureUnit =
  | "conversations"
  | "messages"
  | "utterances"
  | "customers"
  | "score"
  | "seconds"
  | "share";

export type Measure = {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** The table it is computed on. */
  readonly entity: Entity;
  /** What it counts; the entity, but for customers. */
  readonly grain: Entity | "customer";
  readonly unit: MeasureUnit;
} & (
  | { readonly type: "count"; readonly count: Sql }
  /** Of the rows that meet `of` (those that have a value at all), the share that meets `hit`. */
  | { readonly type: "share"; readonly hit: Sql; readonly of: Sql }
  | { readonly type: "mean" | "median"; readonly value: Sql; readonly of: Sql }
);

const rate = (id: string, label: string, outcome: string): Measure => ({
  id,
  label,
  description: `Share of ${outcome} conversations among those whose outcome is known`,
  entity: "conversation",
  grain: "conversation",
  unit: "share",
  type: "share",
  hit: sql`outcome = ${outcome}`,
  of: sql`outcome != 'unknown'`,
});

/** Scores read off whole conversations by the models; see docs/models.md. */
const scoreMean = (id: string, label: string, column: string, what: string): Measure => ({
  id,
  label,
  description: `${what}: mean over conversations, read off what was said`,
  entity: "conversation",
  grain: "conversation",
  unit: "score",
  type: "mean",
  value: ident(column),
  of: sql`has_scores`,
});
const scoreShare = (id: string, label: string, column: string, what: string): Measure => ({
  id,
  label,
  description: `Share of conversations in which ${what} (probability of at least 0.5)`,
  entity: "conversation",
  grain: "conversation",
  unit: "share",
  type: "share",
  hit: sql`${ident(column)} >= 0.5`,
  of: sql`has_scores`,
});

export const MEASURES: readonly Measure[] = [
  {
    id: "conversations",
    label: "Conversations",
    description: "Conversations that started in the window",
    entity: "conversation",
    grain: "conversation",
    unit: "conversations",
    type: "count",
    count: sql`count()`,
  },
  {
    id: "messages",
    label: "Messages",
    description: "Messages sent in the window",
    entity: "message",
    grain: "message",
    unit: "messages",
    type: "count",
    count: sql`count()`,
  },
  {
    id: "utterances",
    label: "Utterances",
    description: "Sentence-like spans of the messages sent in the window",
    entity: "utterance",
    grain: "utterance",
    unit: "utterances",
    type: "count",
    count: sql`count()`,
  },
  {
    id: "customers",
    label: "Customers",
    description: "Different customers with a conversation that started in the window",
    entity: "conversation",
    grain: "customer",
    unit: "customers",
    type: "count",
    count: sql`uniqExactIf(customer, customer != '')`,
  },
  {
    id: "messages_per_conversation",
    label: "Messages per conversation",
    description: "Mean number of messages of a conversation",
    entity: "conversation",
    grain: "conversation",
    unit: "messages",
    type: "mean",
    value: sql`message_count`,
    of: sql`1`,
  },
  {
    id: "mean_sentiment",
    label: "Mean sentiment",
    description: "Mean over conversations of their mean sentiment, from −2 to 2",
    entity: "conversation",
    grain: "conversation",
    unit: "score",
    type: "mean",
    value: sql`sentiment_mean`,
    of: sql`has_sentiment`,
  },
  {
    id: "share_negative",
    label: "Share negative",
    description: `Share of conversations whose mean sentiment is below −${NEUTRAL_SENTIMENT}, among those that have one`,
    entity: "conversation",
    grain: "conversation",
    unit: "share",
    type: "share",
    hit: sql`sentiment_mean < -${NEUTRAL_SENTIMENT}`,
    of: sql`has_sentiment`,
  },
  scoreMean(
    "mean_satisfaction",
    "Satisfaction",
    "satisfaction",
    "How satisfied the customer seems, from 1 to 5",
  ),
  scoreMean("mean_effort", "Effort", "effort", "How hard the customer had to work, from 1 to 5"),
  scoreShare("share_urgent", "Share urgent", "urgency", "something could not wait"),
  scoreShare("share_churn", "Share with churn signals", "churn", "the customer speaks of leaving"),
  rate("resolved_rate", "Resolved", "resolved"),
  rate("escalated_rate", "Escalated", "escalated"),
  rate("abandoned_rate", "Abandoned", "abandoned"),
  {
    id: "known_outcome_rate",
    label: "Outcome known",
    description: "Share of conversations whose outcome is known",
    entity: "conversation",
    grain: "conversation",
    unit: "share",
    type: "share",
    hit: sql`outcome != 'unknown'`,
    of: sql`1`,
  },
  {
    id: "handover_rate",
    label: "Handed over",
    description: "Share of the conversations with a bot that went on to an agent",
    entity: "conversation",
    grain: "conversation",
    unit: "share",
    type: "share",
    hit: sql`handed_over`,
    of: sql`(bot_message_count > 0 OR handed_over)`,
  },
  {
    id: "median_duration",
    label: "Median duration",
    description: "Median time from first to last message",
    entity: "conversation",
    grain: "conversation",
    unit: "seconds",
    type: "median",
    value: sql`dateDiff('second', started_at, ended_at)`,
    of: sql`1`,
  },
  {
    id: "utterance_sentiment_mean",
    label: "Mean sentiment of utterances",
    description: "Mean sentiment over utterances, from −2 to 2",
    entity: "utterance",
    grain: "utterance",
    unit: "score",
    type: "mean",
    value: sql`sentiment`,
    of: sql`has_sentiment`,
  },
  {
    id: "utterance_share_negative",
    label: "Share of negative utterances",
    description: `Share of utterances with a sentiment below −${NEUTRAL_SENTIMENT}, among those that have one`,
    entity: "utterance",
    grain: "utterance",
    unit: "share",
    type: "share",
    hit: sql`sentiment < -${NEUTRAL_SENTIMENT}`,
    of: sql`has_sentiment`,
  },
];

const byId = new Map(MEASURES.map((measure) => [measure.id, measure]));

/** Throws `REQUEST_INVALID` for an unknown one. */
export function findMeasure(id: string): Measure {
  const found = byId.get(id);
  if (found === undefined) {
    throw new AppError("REQUEST_INVALID", {
      problem: `there is no measure ${id}; /v1/query/model lists them`,
    });
  }
  return found;
}
