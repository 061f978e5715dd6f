// The dimensions that are made of an entity's own time in the workspace's zone: the bucket, the hour of the day, the weekday.
import type { Entity } from "./fields.ts";
import { type Sql, sql } from "./sql.ts";
import type { TimeGrain } from "./time-range.ts";
import type { Calendar } from "./time-window.ts";

/** When an entity happened: a conversation counts where it started, a message where it was sent. */
export const TIME_OF: Readonly<Record<Entity, Sql>> = {
  conversation: sql`started_at`,
  message: sql`sent_at`,
  utterance: sql`sent_at`,
};

export const TIME_DIMENSIONS = [
  {
    id: "time",
    label: "Time",
    description: "The hour, day, week or month in the workspace's zone",
    type: "time",
  },
  {
    id: "hour_of_day",
    label: "Hour of the day",
    description: "From 0 to 23, in the workspace's zone",
    type: "number",
  },
  {
    id: "weekday",
    label: "Weekday",
    description: "From 1 (Monday) to 7 (Sunday), in the workspace's zone",
    type: "number",
  },
] as const;

export type TimeDimensionId = (typeof TIME_DIMENSIONS)[number]["id"];

export function isTimeDimension(id: string): id is TimeDimensionId {
  return TIME_DIMENSIONS.some((dimension) => dimension.id === id);
}

/** Days, weeks and months come out as local dates; hours as seconds since 1970, since a local hour may come twice. */
export function timeDimensionSql(
  id: TimeDimensionId,
  entity: Entity,
  grain: TimeGrain,
  calendar: Calendar,
): Sql {
  const at = TIME_OF[entity];
  const zone = calendar.timeZone;
  if (id === "hour_of_day") return sql`toHour(${at}, ${zone})`;
  if (id === "weekday") return sql`toDayOfWeek(${at}, 0, ${zone})`;
  switch (grain) {
    case "hour":
      return sql`toUnixTimestamp(toStartOfHour(${at}, ${zone}))`;
    case "day":
      return sql`toDate(${at}, ${zone})`;
    case "week":
      return sql`toDate(${at}, ${zone}) - (toDayOfWeek(${at}, 0, ${zone}) + 7 - ${calendar.weekStart}) % 7`;
    case "month":
      return sql`toStartOfMonth(toDate(${at}, ${zone}))`;
  }
}
