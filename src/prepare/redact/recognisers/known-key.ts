// Secrets by their form: keys whose vendor gives them a prefix, JSON Web Tokens and private-key blocks.
import { allMatches } from "../all-matches.ts";
import type { Candidate, Recogniser } from "../recogniser.ts";

/** Prefixes that vendors publish for their keys so that scanners can find them. */
const KNOWN_KEYS = new RegExp(
  `(?<![\\w-])(?:${[
    "(?:sk|pk|rk)_(?:live|test)_[A-Za-z0-9]{10,250}",
    "[a-z]{2,12}_(?:live|test|prod|sandbox|secret|key|pat|token)_[A-Za-z0-9]{16,250}",
    "sk-(?:[a-z]{2,8}-)?[A-Za-z0-9_-]{20,250}",
    "gh[pousr]_[A-Za-z0-9]{20,250}",
    "github_pat_[A-Za-z0-9_]{20,250}",
    "glpat-[A-Za-z0-9_-]{16,250}",
    "xox[abeoprs]-[A-Za-z0-9-]{10,250}",
    "(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{16}",
    "AIza[A-Za-z0-9_-]{30,45}",
    "ya29\\.[A-Za-z0-9_-]{20,250}",
    "npm_[A-Za-z0-9]{30,60}",
    "hf_[A-Za-z0-9]{20,60}",
    "SG\\.[A-Za-z0-9_-]{16,40}\\.[A-Za-z0-9_-]{16,60}",
    "shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}",
    "dop_v1_[a-f0-9]{64}",
    "sq0(?:atp|csp)-[A-Za-z0-9_-]{20,60}",
    "eyJ[A-Za-z0-9_-]{8,4000}\\.[A-Za-z0-9_-]{4,8000}(?:\\.[A-Za-z0-9_-]{0,2000})?",
  ].join("|")})(?![\\w])`,
  "g",
);
const KEY_BLOCK_START = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;
const KEY_BLOCK_END = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/;
const KEY_BLOCK_LIMIT = 20_000;

export const knownKey: Recogniser = {
  name: "known-key",
  applies: (profile) => profile.longestToken >= 14 || profile.longestToken === 10,
  find(text) {
    const found: Candidate[] = [];
    if (text.includes("-----BEGIN")) addKeyBlocks(text, found);
    for (const match of allMatches(text, KNOWN_KEYS)) {
      const end = match.index + match[0].length;
      found.push({ start: match.index, end, type: "SECRET", score: 0.99, canonical: match[0] });
    }
    return found;
  },
};

function addKeyBlocks(text: string, found: Candidate[]): void {
  let from = 0;
  for (const { index: start } of allMatches(text, KEY_BLOCK_START)) {
    if (start < from) continue;
    const block = text.slice(start, start + KEY_BLOCK_LIMIT);
    const stop = KEY_BLOCK_END.exec(block);
    from = start + (stop === null ? block.length : stop.index + stop[0].length);
    found.push({ start, end: from, type: "SECRET", score: 1 });
  }
}
