// What stands in a text for a value that nobody wrote there: redaction tags, ours and of other tools, and the fields of templates.
import { type Rows, scaleRows } from "./rows.ts";

const PLACEHOLDER = /\[[^[\]]{1,40}\]|<[^<>]{1,40}>|\{{1,2}[^{}]{1,40}\}{1,2}/g;

/** Puts `by` in place of each `[EMAIL]`, `[person]`, `<NAME>` or `{{order number}}`. */
export function replacePlaceholders(text: string, by: string): string {
  return text.replace(PLACEHOLDER, by);
}

/**
 * Rows of length 1 in which texts that differ in nothing but what a placeholder stands for are one point, the mean of theirs: which kind
 * of value was redacted is no difference of matter.
 */
export function joinBesidesPlaceholders(rows: Rows, texts: readonly string[]): Rows {
  const alike = new Map<string, number[]>();
  texts.forEach((text, row) => {
    const bare = replacePlaceholders(text, "[]");
    if (bare === text) return;
    const key = bare.toLowerCase();
    const known = alike.get(key);
    if (known === undefined) alike.set(key, [row]);
    else known.push(row);
  });
  const several = [...alike.values()].filter((group) => group.length > 1);
  if (several.length === 0) return rows;
  const { dimension } = rows;
  const values = rows.values.slice();
  for (const group of several) {
    const mean = new Float32Array(dimension);
    for (const row of group) {
      for (let at = 0; at < dimension; at += 1) {
        mean[at] = (mean[at] as number) + (values[row * dimension + at] as number);
      }
    }
    scaleRows({ values: mean, count: 1, dimension });
    for (const row of group) values.set(mean, row * dimension);
  }
  return { ...rows, values };
}
