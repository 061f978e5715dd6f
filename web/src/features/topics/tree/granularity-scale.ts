// How the slider's places stand for numbers of topics: by ratios, so that 5 to 10 is as far as 100 to 200. Pure.

/** Places from 0 to this. */
export const PLACES = 400;

export type Bounds = { readonly least: number; readonly most: number };

export function countAt(place: number, { least, most }: Bounds): number {
  const part = Math.max(0, Math.min(1, place / PLACES));
  return Math.round(least * (most / least) ** part);
}

export function placeOf(count: number, { least, most }: Bounds): number {
  if (most <= least) return 0;
  const part = Math.log(Math.max(least, Math.min(most, count)) / least) / Math.log(most / least);
  return Math.round(part * PLACES);
}
