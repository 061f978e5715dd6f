import { phraseSignature } from "./phrases.ts";

const SHOWN = 3;

/** One sentence that says what a topic's texts speak of, in their own words: no claim beyond the phrases found in them. */
export function describePhrases(name: string, phrases: readonly string[], size: number): string {
  const parts = new Set(name.split(", ").map(phraseSignature));
  const others = phrases.filter((phrase) => !parts.has(phraseSignature(phrase))).slice(0, SHOWN);
  const texts = size === 1 ? "One text" : `${size} different texts`;
  if (others.length === 0) return `${texts} about “${name}”.`;
  const quoted = others.map((phrase) => `“${phrase}”`);
  const last = quoted.pop() ?? "";
  return `${texts} about “${name}”, also as ${quoted.length > 0 ? `${quoted.join(", ")} and ${last}` : last}.`;
}
