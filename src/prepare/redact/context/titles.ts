// Forms of address before a name: "Mr.", "Dra.", "Frau".
import { allMatches } from "../all-matches.ts";
import type { Candidate } from "../recogniser.ts";

const TITLE =
  /(?<![\p{L}\p{N}_])(?:(?:mr|mrs|ms|mx|dr|prof|rev|hr|fr|sr|sra|srta|dra|mme|mlle|dhr|mevr|sig|sig\.ra|dott|ing)\b\.?|(?:Miss|Mister|Madam|Madame|Sir|Lady|Lord|Doctor|Professor|Herrn?|Frau|Monsieur|Mademoiselle|Señora?|Señorita|Signora?|Senhora?|Doña|Don|Mevrouw|Meneer|Pani?)(?![\p{L}]))(?=[ \u00A0]{1,2}[\p{Lu}\uFFFC])/giu;
const NEEDS_CAPITAL = /^(?:hr|fr|sr|sig|ing|don|pan|sir|lady|lord|miss)/;

/** Titles before a capital letter or something redacted. */
export function findTitles(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const match of allMatches(text, TITLE)) {
    const next = text.charAt(match.index + match[0].length + 1);
    if (
      NEEDS_CAPITAL.test(match[0]) ||
      !/[\p{Lu}\uFFFC]/u.test(next.trim() || text.charAt(match.index + match[0].length + 2))
    )
      continue;
    found.push({ start: match.index, end: match.index + match[0].length, type: "TITLE", score: 0.8 });
  }
  return found;
}
