// How wide a bucket of time is drawn: so that a chart has some tens of them.
import { parseTimeRange, type TimeGrain } from "../../../src/query/time-range.ts";

const DAYS = { hour: 1 / 24, day: 1, week: 7, month: 30.44 } as const;

/** `firstDay` and `lastDay` are those of the data, for "all". */
export function grainOf(time: string, firstDay: string | null, lastDay: string | null): TimeGrain {
  const days = daysIn(time, firstDay, lastDay);
  if (days <= 2) return "hour";
  if (days <= 35) return "day";
  return days <= 270 ? "week" : "month";
}

function daysIn(time: string, firstDay: string | null, lastDay: string | null): number {
  const range = parseTimeRange(time);
  if (range?.kind === "last") return range.count * DAYS[range.unit];
  const [from, to] = range?.kind === "between" ? [range.from, range.to] : [firstDay, lastDay];
  if (from === null || to === null) return 0;
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
