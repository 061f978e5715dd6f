// @handles as social networks write them.
import { allMatches } from "../all-matches.ts";
import type { Candidate, Recogniser } from "../recogniser.ts";

const HANDLE =
  /(?<![\p{L}\p{N}_.+\-@/])@(?=[\p{L}\p{N}_.]{0,40}\p{L})[\p{L}\p{N}_](?:[\p{L}\p{N}_.]{0,38}[\p{L}\p{N}_])?/giu;

export const handle: Recogniser = {
  name: "handle",
  applies: (profile) => profile.hasAt,
  find(text) {
    const found: Candidate[] = [];
    for (const match of allMatches(text, HANDLE)) {
      if (match[0].length < 3) continue;
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        type: "HANDLE",
        score: 0.7,
        canonical: match[0].slice(1).toLowerCase(),
      });
    }
    return found;
  },
};
