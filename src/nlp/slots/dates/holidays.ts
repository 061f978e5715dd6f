// Days that people name instead of dating, in English.
import { dayOf, partsOf } from "./calendar.ts";

const FIXED: Readonly<Record<string, readonly [month: number, date: number]>> = {
  "christmas eve": [12, 24],
  christmas: [12, 25],
  "christmas day": [12, 25],
  xmas: [12, 25],
  "xmas eve": [12, 24],
  "boxing day": [12, 26],
  "new year's eve": [12, 31],
  "new years eve": [12, 31],
  nye: [12, 31],
  "new year's day": [1, 1],
  "new year's": [1, 1],
  "new years day": [1, 1],
  "valentine's day": [2, 14],
  "valentines day": [2, 14],
  "st patrick's day": [3, 17],
  halloween: [10, 31],
  "independence day": [7, 4],
  "fourth of july": [7, 4],
};
type Moving = (year: number) => number;
const MOVING: Readonly<Record<string, Moving>> = {
  thanksgiving: (year) => nthWeekday(year, 11, 4, 4),
  "black friday": (year) => nthWeekday(year, 11, 4, 4) + 1,
  "cyber monday": (year) => nthWeekday(year, 11, 4, 4) + 4,
  "labor day": (year) => nthWeekday(year, 9, 1, 1),
  "memorial day": (year) => {
    const last = dayOf(year, 5, 31);
    return last - ((partsOf(last).weekday + 6) % 7);
  },
  "mother's day": (year) => nthWeekday(year, 5, 0, 2),
  "good friday": (year) => easter(year) - 2,
  easter: easter,
  "easter sunday": easter,
  "easter monday": (year) => easter(year) + 1,
};

/** Source of a pattern of all names, the longest first. */
export const HOLIDAYS = [...Object.keys(FIXED), ...Object.keys(MOVING)]
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replaceAll("'", "['’]").replaceAll(" ", String.raw`\s+`))
  .join("|");

export function holidayDay(name: string, year: number): number {
  const key = name.toLowerCase().replaceAll("’", "'").replace(/\s+/g, " ");
  const fixed = FIXED[key];
  return fixed === undefined ? (MOVING[key]?.(year) ?? dayOf(year, 1, 1)) : dayOf(year, fixed[0], fixed[1]);
}

function nthWeekday(year: number, month: number, weekday: number, nth: number): number {
  const first = dayOf(year, month, 1);
  return first + ((weekday - partsOf(first).weekday + 7) % 7) + 7 * (nth - 1);
}

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const i = Math.floor(c / 4);
  const l = (32 + 2 * (b % 4) + 2 * i - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(sum / 31), (sum % 31) + 1);
}
