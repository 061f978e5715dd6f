import { describe, expect, it } from "vitest";
import { createCalendar, DAY_MS, HOUR_MS, updatedShare } from "./calendar.ts";

const calendar = createCalendar("2026-06-28", 12);

describe("createCalendar", () => {
  it("covers whole weeks up to the end of the last day", () => {
    expect(new Date(calendar.startMs).toISOString()).toBe("2026-04-06T00:00:00.000Z");
    expect(new Date(calendar.endMs).toISOString()).toBe("2026-06-29T00:00:00.000Z");
  });

  it("plants each event inside the time, on its weekday, for every length", () => {
    for (const weeks of [4, 5, 12, 26]) {
      for (const endDay of ["2026-06-28", "2027-01-01", "2024-02-29"]) {
        const { events, startMs, endMs } = createCalendar(endDay, weeks);
        expect(events.map((event) => event.kind)).toEqual([
          "payment-outage",
          "login-outage",
          "campaign",
          "regression",
        ]);
        for (const event of events) {
          expect(event.startMs).toBeGreaterThan(startMs);
          expect(event.endMs).toBeLessThanOrEqual(endMs);
        }
        expect(events.map((event) => new Date(event.startMs).getUTCDay())).toEqual([3, 1, 2, 2]);
      }
    }
  });

  it("spreads conversations along the planned volume, in order of time", () => {
    const times = Array.from({ length: 5000 }, (_, index) => calendar.at((index + 0.5) / 5000).timeMs);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    const inFirstWeek = times.filter((time) => time < calendar.startMs + 7 * DAY_MS).length;
    const inLastWeek = times.filter((time) => time >= calendar.endMs - 7 * DAY_MS).length;
    expect(inLastWeek).toBeGreaterThan(inFirstWeek * 1.15);
  });

  it("rests at night and at weekends", () => {
    const volume = (hour: number) => calendar.causeWeights(hour)[0] as number;
    expect(volume(14)).toBeGreaterThan(2.5 * volume(5));
    const day = (first: number) =>
      Array.from({ length: 24 }, (_, hour) => volume(first * 24 + hour)).reduce((a, b) => a + b, 0);
    expect(day(0)).toBeGreaterThan(1.3 * day(6));
  });

  it("follows daylight saving where customers live", () => {
    const winterToSummer = createCalendar("2026-04-05", 4);
    const london = 1;
    const at = (iso: string) =>
      winterToSummer.countryWeights((Date.parse(iso) - winterToSummer.startMs) / HOUR_MS)[london] as number;
    expect(at("2026-04-01T06:00:00Z") / at("2026-03-25T06:00:00Z")).toBeGreaterThan(1.5);
  });

  it("names what is wrong with the options", () => {
    expect(() => createCalendar("28.6.2026", 12)).toThrow("2026-06-28");
    expect(() => createCalendar("2026-06-28", 3)).toThrow("4 to 520");
  });
});

describe("updatedShare", () => {
  it("is nothing before a release and nearly all a month after", () => {
    expect([-1, 0, 30].map((days) => Math.round(updatedShare(days) * 100))).toEqual([0, 10, 100]);
  });
});
