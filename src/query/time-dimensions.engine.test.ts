import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Columnar } from "../columnar/columnar.ts";
import { openColumnar } from "../columnar/open-columnar.ts";
import { sql, typed } from "./sql.ts";
import { timeDimensionSql } from "./time-dimensions.ts";
import { GRAINS } from "./time-range.ts";
import { bucketOf } from "./time-window.ts";
import { formatLocal, localDay, offsetAt, weekdayOf } from "./zone.ts";

let columnar: Columnar;
let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "parlance-time-"));
  columnar = await openColumnar({ dataDir });
});
afterAll(async () => {
  await columnar.close();
  await rm(dataDir, { recursive: true, force: true });
});

const HOUR_MS = 3_600_000;
/** Every 25 minutes of the three days around a change of clocks, and the turn of a year. */
const around = (iso: string): Date[] =>
  Array.from({ length: 173 }, (_, index) => new Date(Date.parse(iso) - 36 * HOUR_MS + index * 25 * 60_000));

const changes = [
  ["Europe/Berlin", "2026-03-29T01:00:00Z"],
  ["Europe/Berlin", "2026-10-25T01:00:00Z"],
  ["America/New_York", "2026-11-01T06:00:00Z"],
  ["Asia/Kolkata", "2026-01-01T00:00:00Z"],
  ["Pacific/Auckland", "2026-09-26T14:00:00Z"],
] as const;

describe.each(changes)("in %s around %s", (timeZone, change) => {
  const instants = around(change);
  const read = async (column: ReturnType<typeof sql>) => {
    const rows = await columnar.query<{ bucket: string | number }>(
      sql`SELECT ${column} AS bucket FROM (SELECT arrayJoin(${typed(instants, "Array(DateTime64(3, 'UTC'))")}) AS started_at)`,
      { tag: "test" },
    );
    return rows.map((row) => row.bucket);
  };

  test.each(GRAINS.flatMap((grain) => [1, 6, 7].map((weekStart) => [grain, weekStart] as const)))(
    "the engine cuts by the %s (weeks from day %i) where the answer's buckets are",
    async (grain, weekStart) => {
      const calendar = { timeZone, weekStart };
      const buckets = await read(timeDimensionSql("time", "conversation", grain, calendar));
      const named = buckets.map((bucket) =>
        grain === "hour" ? formatLocal(Number(bucket) * 1000, timeZone) : String(bucket),
      );
      expect(named).toEqual(instants.map((instant) => bucketOf(instant.getTime(), grain, calendar)));
    },
  );

  test("hours of the day and weekdays are those that the clocks show", async () => {
    const calendar = { timeZone, weekStart: 1 };
    expect(await read(timeDimensionSql("hour_of_day", "conversation", "day", calendar))).toEqual(
      instants.map((instant) =>
        new Date(instant.getTime() + offsetAt(instant.getTime(), timeZone)).getUTCHours(),
      ),
    );
    expect(await read(timeDimensionSql("weekday", "conversation", "day", calendar))).toEqual(
      instants.map((instant) => weekdayOf(localDay(instant.getTime(), timeZone))),
    );
  });
});
