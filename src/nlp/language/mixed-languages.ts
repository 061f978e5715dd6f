// Whether a text changes its language on the way ("I paid yesterday. Aber ich habe nichts bekommen.").
import { languageOfScript } from "./script-language.ts";

/** Ends of sentences and clauses, and line ends. */
const BORDER = /[.!?;:\n…。！？]+|\s[-–—|/]\s|,\s/u;
/** Letters that a clause must have, in a script of its own and else. */
const FEWEST_LETTERS = 15;
const FEWEST_SCRIPT_LETTERS = 3;

/**
 * A language beside `main` that a whole clause is in, or undefined. `detect` gives the language of one clause, or undefined
 * unless it is sure.
 */
export function findSecondLanguage(
  text: string,
  main: string,
  detect: (clause: string) => string | undefined,
): string | undefined {
  const clauses = text.split(BORDER);
  for (const clause of clauses) {
    const letters = clause.match(/\p{L}/gu)?.length ?? 0;
    const script = letters >= FEWEST_SCRIPT_LETTERS ? languageOfScript(clause)?.language : undefined;
    if (script !== undefined && script !== main) return script;
    if (clauses.length < 2 || letters < FEWEST_LETTERS) continue;
    const found = detect(clause);
    if (found !== undefined && found !== main) return found;
  }
  return undefined;
}
