export type DistinctTexts = {
  readonly texts: readonly string[];
  /** How often each occurs. */
  readonly weights: Float64Array;
  /** For each text given, its place in `texts`. */
  readonly places: Int32Array;
};

/** Each text once, in order of first appearance. Texts that differ in case or spacing alone are the same. */
export function distinctTexts(given: readonly string[]): DistinctTexts {
  const known = new Map<string, number>();
  const texts: string[] = [];
  const places = Int32Array.from(given, (text) => {
    const key = text.trim().replaceAll(/\s+/g, " ").toLowerCase();
    const place = known.get(key) ?? texts.length;
    if (place === texts.length) {
      known.set(key, place);
      texts.push(text);
    }
    return place;
  });
  const weights = new Float64Array(texts.length);
  for (const place of places) weights[place] = (weights[place] as number) + 1;
  return { texts, weights, places };
}
