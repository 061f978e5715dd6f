// Addresses of websites that carry nothing personal: "www.example.com", "https://example.com/help", "example.co.uk".
import { allMatches } from "../all-matches.ts";
import type { Candidate } from "../recogniser.ts";

const LINK = /(?<![\p{L}\p{N}@._-])(?:https?:\/\/|www\.)[^\s<>"'\uFFFC]{3,2000}/giu;
const DOMAIN =
  /(?<![\p{L}\p{N}@._/-])(?:[a-z0-9](?:[a-z0-9-]{0,60}[a-z0-9])?\.){1,4}(?:com|org|net|edu|gov|info|biz|io|co|ai|app|dev|shop|store|online|site|tech|me|tv|eu|us|uk|de|fr|es|it|nl|be|ch|at|pl|cz|se|no|dk|fi|ie|pt|gr|ru|ua|in|cn|jp|kr|au|nz|ca|br|mx|ar|za)(?:\/[^\s<>"'\uFFFC]{0,2000})?(?![\p{L}\p{N}@-])/giu;

export function findWebsites(text: string): Candidate[] {
  const found: Candidate[] = [];
  if (!text.includes(".")) return found;
  for (const pattern of [LINK, DOMAIN])
    for (const match of allMatches(text, pattern)) {
      const end = match.index + match[0].replace(/[.,;:!?'")\]}]+$/, "").length;
      found.push({ start: match.index, end, type: "WEBSITE", score: 0.9 });
    }
  return found;
}
