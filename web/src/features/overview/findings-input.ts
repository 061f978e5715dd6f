// Puts the server's answers into the shape in which findings are looked for. Pure.
import type { QueryResponse } from "../../../../src/contract/query.ts";
import type { TopicList } from "../../../../src/contract/topics.ts";
import type { Filter } from "../../../../src/query/filter.ts";
import { localDay } from "../../ui/format.ts";
import { addDays } from "../filter/time-words.ts";
import type { ShareChange } from "./findings.ts";

const SHARES: readonly { readonly measure: string; readonly subject: string; readonly filter: Filter }[] = [
  {
    measure: "share_negative",
    subject: "Negative conversations",
    filter: { op: "in", field: "sentiment", values: ["negative"] },
  },
  {
    measure: "resolved_rate",
    subject: "Resolved conversations",
    filter: { op: "in", field: "outcome", values: ["resolved"] },
  },
  {
    measure: "escalated_rate",
    subject: "Escalated conversations",
    filter: { op: "in", field: "outcome", values: ["escalated"] },
  },
  {
    measure: "abandoned_rate",
    subject: "Abandoned conversations",
    filter: { op: "in", field: "outcome", values: ["abandoned"] },
  },
  {
    measure: "handover_rate",
    subject: "Handovers to agents",
    filter: { op: "in", field: "handed_over", values: [true] },
  },
];

/** The shares that were measured in both stretches. */
export function shareChanges(totals: Pick<QueryResponse, "total">): readonly ShareChange[] {
  return SHARES.flatMap(({ measure, subject, filter }) => {
    const now = totals.total.measures[measure];
    const before = totals.total.previous?.[measure];
    return now === undefined || before === undefined ? [] : [{ id: measure, subject, now, before, filter }];
  });
}

/** How many of the sparklines' buckets are over; the last may still run, or be cut off by the end of the window. */
export function wholeBuckets(topics: Pick<TopicList, "buckets" | "grain" | "window">, now: Date): number {
  const last = topics.buckets.at(-1);
  if (last === undefined) return 0;
  return isOver(last, topics, now) ? topics.buckets.length : topics.buckets.length - 1;
}

const DAYS = { hour: 0, day: 1, week: 7, month: 31 } as const;

function isOver(bucket: string, { grain, window }: Pick<TopicList, "grain" | "window">, now: Date): boolean {
  const end = Math.min(now.getTime(), Date.parse(window.to));
  if (grain === "hour") return Date.parse(bucket) + 3_600_000 <= end;
  const next =
    grain === "month" ? `${addDays(bucket, DAYS.month).slice(0, 7)}-01` : addDays(bucket, DAYS[grain]);
  return next <= localDay(new Date(end).toISOString(), window.timeZone);
}
