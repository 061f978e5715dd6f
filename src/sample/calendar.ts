// When conversations begin: the daily and weekly rhythm of each country in its own time zone, growth, and the planted
// events on top. Everything is relative to the sample's last day.
import { COUNTRIES } from "./company.ts";

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

export type PlantedKind = "payment-outage" | "login-outage" | "campaign" | "regression";

/** `startMs` is in, `endMs` is out. */
export type PlantedEvent = {
  readonly kind: PlantedKind;
  readonly topic: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly title: string;
};

export type Calendar = {
  readonly startMs: number;
  readonly endMs: number;
  readonly events: readonly PlantedEvent[];
  /** The time (ms) at share `u` of all conversations, 0 to 1: even steps of `u` follow the planned volume. */
  at(u: number): { readonly hour: number; readonly timeMs: number };
  /** Weights of the countries in an hour of the sample. */
  countryWeights(hour: number): readonly number[];
  /** Weights of ordinary traffic (first) and of each event, in an hour of the sample. */
  causeWeights(hour: number): readonly number[];
};

const LOCAL_HOURS = [
  0.16, 0.1, 0.07, 0.06, 0.07, 0.12, 0.3, 0.6, 0.9, 1.15, 1.25, 1.25, 1.2, 1.15, 1.15, 1.15, 1.15, 1.2, 1.3,
  1.35, 1.3, 1.1, 0.75, 0.4,
];
const WEEKDAYS = [0.72, 1.18, 1.08, 1.03, 1, 0.98, 0.78];
const GROWTH = 0.25;
/** Extra conversations by event, in days' worth of ordinary volume (regression: for each day once everybody has updated). */
const EVENT_MASS = {
  "payment-outage": 0.65,
  "login-outage": 0.5,
  campaign: 0.95,
  regression: 0.065,
} as const;
const CAMPAIGN_DECAY = 0.8;

/** `endDay` (YYYY-MM-DD) is the last day, in UTC. Throws a RangeError under 4 weeks, where the events would touch. */
export function createCalendar(endDay: string, weeks: number): Calendar {
  const lastDayMs = Date.parse(`${endDay}T00:00:00Z`);
  if (Number.isNaN(lastDayMs)) throw new RangeError("the last day must be a date like 2026-06-28");
  if (!Number.isInteger(weeks) || weeks < 4 || weeks > 520)
    throw new RangeError("weeks must be a whole number from 4 to 520");
  const endMs = lastDayMs + DAY_MS;
  const startMs = endMs - weeks * 7 * DAY_MS;
  const events = plantEvents(startMs, endMs);
  const hours = weeks * 168;
  const countries = COUNTRIES.map((country) => localOffsets(country.zone, startMs, weeks * 7));
  const perCountry: number[][] = [];
  const base: number[] = [];
  for (let hour = 0; hour < hours; hour += 1) {
    const weights = COUNTRIES.map((country, index) => {
      const local = new Date(startMs + hour * HOUR_MS + (countries[index]?.[Math.floor(hour / 24)] ?? 0));
      return (
        country.share *
        (LOCAL_HOURS[local.getUTCHours()] ?? 0) *
        (WEEKDAYS[local.getUTCDay()] ?? 0) *
        (1 + (GROWTH * hour) / hours)
      );
    });
    perCountry.push(weights);
    base.push(weights.reduce((sum, weight) => sum + weight, 0));
  }
  const daily = base.reduce((sum, weight) => sum + weight, 0) / (weeks * 7);
  const causes = base.map((ordinary, hour) => [
    ordinary,
    ...events.map((event) => eventWeight(event, startMs + hour * HOUR_MS, ordinary, daily)),
  ]);
  const cumulative = new Float64Array(hours + 1);
  causes.forEach((weights, hour) => {
    cumulative[hour + 1] = (cumulative[hour] as number) + weights.reduce((sum, weight) => sum + weight, 0);
  });
  return {
    startMs,
    endMs,
    events,
    at: (u) => locate(cumulative, u, startMs),
    countryWeights: (hour) => perCountry[hour] ?? [],
    causeWeights: (hour) => causes[hour] ?? [],
  };
}

function plantEvents(startMs: number, endMs: number): PlantedEvent[] {
  const days = (endMs - startMs) / DAY_MS;
  const weekdayNear = (share: number, weekday: number): number => {
    const day = startMs + Math.floor(days * share) * DAY_MS;
    return day + (((weekday - new Date(day).getUTCDay() + 10) % 7) - 3) * DAY_MS;
  };
  const outage = weekdayNear(0.27, 3);
  const campaign = weekdayNear(0.45, 2);
  const release = weekdayNear(0.62, 2);
  const login = weekdayNear(0.8, 1);
  return [
    {
      kind: "payment-outage",
      topic: "payment-fails",
      startMs: outage + 13 * HOUR_MS,
      endMs: outage + 19 * HOUR_MS,
      title: "Payment provider down for six hours",
    },
    {
      kind: "login-outage",
      topic: "reset-password",
      startMs: login + 7 * HOUR_MS,
      endMs: login + 11 * HOUR_MS,
      title: "Sign-in down for four hours",
    },
    {
      kind: "campaign",
      topic: "promo-code",
      startMs: campaign,
      endMs: campaign + 7 * DAY_MS,
      title: "Promotion with the code GLOW20 for a week",
    },
    { kind: "regression", topic: "app-crash", startMs: release, endMs, title: "App 4.2 crashes on Android" },
  ];
}

function eventWeight(event: PlantedEvent, timeMs: number, ordinary: number, daily: number): number {
  if (timeMs < event.startMs || timeMs >= event.endMs) return 0;
  const day = Math.floor((timeMs - event.startMs) / DAY_MS);
  switch (event.kind) {
    case "payment-outage":
    case "login-outage":
      return (EVENT_MASS[event.kind] * daily * HOUR_MS) / (event.endMs - event.startMs);
    case "campaign":
      return EVENT_MASS.campaign * ordinary * (1 - CAMPAIGN_DECAY) * CAMPAIGN_DECAY ** day;
    case "regression":
      return EVENT_MASS.regression * ordinary * updatedShare(day);
  }
}

/** Share of phones that have a release `days` after it came out. */
export function updatedShare(days: number): number {
  return days < 0 ? 0 : 1 - Math.exp(-(days + 0.5) / 5);
}

function localOffsets(zone: string, startMs: number, days: number): number[] {
  const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
  return Array.from({ length: days }, (_, day) => {
    const name =
      format
        .formatToParts(new Date(startMs + day * DAY_MS + DAY_MS / 2))
        .find((part) => part.type === "timeZoneName")?.value ?? "GMT";
    const match = /GMT([+-])(\d\d):(\d\d)/.exec(name);
    if (match === null) return 0;
    return (match[1] === "-" ? -1 : 1) * (Number(match[2]) * HOUR_MS + Number(match[3]) * 60_000);
  });
}

function locate(cumulative: Float64Array, u: number, startMs: number): { hour: number; timeMs: number } {
  const target = u * (cumulative[cumulative.length - 1] as number);
  let low = 0;
  let high = cumulative.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((cumulative[middle] as number) <= target) low = middle;
    else high = middle;
  }
  const width = (cumulative[high] as number) - (cumulative[low] as number);
  const within = width > 0 ? Math.min(0.999999, (target - (cumulative[low] as number)) / width) : 0;
  return { hour: low, timeMs: Math.floor(startMs + (low + within) * HOUR_MS) };
}
