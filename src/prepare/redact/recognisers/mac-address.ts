// Hardware addresses: six pairs with one separator, or three groups of four with dots.
import { allMatches } from "../all-matches.ts";
import type { Candidate, Recogniser } from "../recogniser.ts";

const MAC =
  /(?<![\w:-])(?:[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}|[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4})(?![\w:-])/gi;

export const macAddress: Recogniser = {
  name: "mac-address",
  applies: (profile) => profile.hasColon || profile.longestToken >= 17 || profile.digits > 0,
  find(text) {
    const found: Candidate[] = [];
    for (const match of allMatches(text, MAC)) {
      const canonical = match[0].toLowerCase().replace(/[^0-9a-f]/g, "");
      // Twelve decimal digits with dots are far more often an account or a phone number.
      if (match[0].includes(".") && /^\d+$/.test(canonical)) continue;
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        type: "MAC",
        score: 0.95,
        canonical,
      });
    }
    return found;
  },
};
