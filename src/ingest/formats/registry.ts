// Every format, and the choice of one for an input.
import { AppError } from "../../core/errors.ts";
import { contactLens } from "./contact-lens/format.ts";
import { csv } from "./csv/format.ts";
import type { Format, Head } from "./format.ts";
import { intercom } from "./intercom/format.ts";
import { json } from "./json/format.ts";
import { jsonLines } from "./jsonl/format.ts";
import { parquet } from "./parquet/format.ts";
import { rasa } from "./rasa/format.ts";
import { vcon } from "./vcon/format.ts";
import { whatsapp } from "./whatsapp/format.ts";

/** In the order in which they are listed; among equal scores the first wins. */
export const FORMATS: readonly Format[] = [
  jsonLines,
  csv,
  json,
  parquet,
  contactLens,
  intercom,
  rasa,
  vcon,
  whatsapp,
];

/** Below this nothing is taken as recognised. */
const LEAST_SCORE = 0.2;

export type DetectedFormat = { readonly format: Format; readonly score: number; readonly reason: string };

/** Every format that may fit the head, the likeliest first. */
export function detectFormats(head: Head): DetectedFormat[] {
  return FORMATS.map((format) => ({ format, ...format.detect(head) }))
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort((a, b) => b.score - a.score);
}

/** The format that fits the head best, or undefined when none does. */
export function detectFormat(head: Head): DetectedFormat | undefined {
  return detectFormats(head)[0];
}

/** Throws `REQUEST_INVALID` for an id that no format has. */
export function formatById(id: string): Format {
  const found = FORMATS.find((format) => format.id === id.toLowerCase());
  if (found === undefined) {
    throw new AppError("REQUEST_INVALID", {
      problem: `there is no format ${id}; there are ${FORMATS.map((format) => format.id).join(", ")}`,
    });
  }
  return found;
}
