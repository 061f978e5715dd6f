// Questions whose SQL is kept as text in `sql/` and bound by the real engine: one a rule of what a number means.
import type { QuerySpec } from "../../src/query/compile-query.ts";
import { everything, type Filter } from "../../src/query/filter.ts";

const base: QuerySpec = {
  workspace: "main",
  measures: ["conversations"],
  dimensions: [],
  filter: everything,
  window: { from: Date.UTC(2026, 1, 28, 23), to: Date.UTC(2026, 2, 31, 22) },
  grain: "day",
  calendar: { timeZone: "Europe/Berlin", weekStart: 1 },
  order: [],
  limit: 1000,
  smallestGroup: 1,
};
const only = (filter: Filter): QuerySpec => ({ ...base, filter });

export const queryCases: Readonly<Record<string, QuerySpec>> = {
  "volume-by-day-and-channel": { ...base, measures: ["messages"], dimensions: ["time", "channel"] },
  "volume-by-hour": { ...base, dimensions: ["time"], grain: "hour" },
  "volume-by-week-from-sunday": {
    ...base,
    dimensions: ["time"],
    grain: "week",
    calendar: { timeZone: "America/New_York", weekStart: 7 },
  },
  "volume-by-month-over-all-time": (({ window: _, ...rest }) => ({
    ...rest,
    dimensions: ["time"],
    grain: "month" as const,
  }))(base),
  "weekday-by-hour-of-day": { ...base, dimensions: ["weekday", "hour_of_day"] },
  "every-kind-of-measure": {
    ...base,
    measures: ["customers", "resolved_rate", "mean_sentiment", "median_duration", "messages_per_conversation"],
    dimensions: ["source"],
  },
  "measures-of-three-grains": {
    ...base,
    measures: ["conversations", "messages", "utterance_share_negative"],
    dimensions: ["channel"],
  },
  "conversations-by-topic-overlap": { ...base, dimensions: ["topic"], order: [{ by: "topic", direction: "asc" }] },
  "messages-by-outcome-of-their-conversation": { ...base, measures: ["messages"], dimensions: ["outcome"] },
  "by-attribute": { ...base, dimensions: ["attribute.plan"] },
  "small-groups-withheld": { ...base, measures: ["messages"], dimensions: ["role"], smallestGroup: 5 },
  "filter-on-roll-up": only({ op: "in", field: "topic", values: [17, 18] }),
  "filter-has-at-least-one": only({ op: "in", field: "utterance_sentiment", values: ["negative"] }),
  "filter-none": only({ op: "not", filter: { op: "in", field: "role", values: ["agent"] } }),
  "filter-same-utterance": only({
    op: "same",
    filters: [
      { op: "in", field: "topic", values: [17] },
      { op: "in", field: "utterance_sentiment", values: ["negative"] },
      { op: "contains", field: "text", text: "refund" },
    ],
  }),
  "filter-different-utterances": only({
    op: "and",
    filters: [
      { op: "in", field: "topic", values: [17] },
      { op: "in", field: "utterance_sentiment", values: ["negative"] },
    ],
  }),
  "filter-coarser-than-measure": {
    ...only({ op: "in", field: "outcome", values: ["escalated"] }),
    measures: ["messages", "utterances"],
  },
  "filter-finer-than-message": { ...only({ op: "in", field: "topic", values: [17] }), measures: ["messages"] },
  "filter-on-text-and-attributes": only({
    op: "or",
    filters: [
      { op: "contains", field: "text", text: "it's 100% \\ broken" },
      { op: "in", field: "attribute.plan", values: ["pro", 3, true] },
      { op: "range", field: "attribute.seats", from: 10, to: 20 },
      { op: "range", field: "attribute.renewal", from: "2026-01-01T00:00:00Z" },
      { op: "exists", field: "attribute.region" },
    ],
  }),
  "filter-on-numbers-and-flags": only({
    op: "and",
    filters: [
      { op: "range", field: "message_count", from: 5 },
      { op: "range", field: "duration_seconds", to: 600.5 },
      { op: "in", field: "handed_over", values: [true] },
      { op: "in", field: "sentiment", values: ["negative", "unknown"] },
      { op: "exists", field: "topic" },
      { op: "exists", field: "primary_topic" },
      { op: "exists", field: "customer" },
      { op: "in", field: "conversation", values: ["6f0c6f1e-0000-8000-8000-000000000001"] },
      { op: "in", field: "message_count", values: [4, 5] },
      { op: "exists", field: "bot_node" },
    ],
  }),
};
