// Sentences of a corpus of one token a line, glued together as people write them.
import { readFileSync } from "node:fs";
import type { TypedSpan } from "./span-score.ts";

const KINDS: Readonly<Record<string, string>> = {
  person: "PERSON",
  per: "PERSON",
  location: "LOCATION",
  loc: "LOCATION",
  org: "ORGANISATION",
  corporation: "ORGANISATION",
  group: "ORGANISATION",
  product: "PRODUCT",
};
const GLUED_BEFORE = /^(?:[.,!?;:)\]}%'’”]|n't$)/;
const GLUED_AFTER = /[([{$#@“/-]$/;

type TaggedText = { readonly text: string; readonly spans: readonly TypedSpan[] };

/**
 * Tags may be IOB, IOB2 or without a prefix's help. Left out: types that have no name of ours, and accounts (`@name`), which one
 * corpus takes for people and another doesn't, and which a rule finds.
 */
export function readConll(path: string): TaggedText[] {
  const texts: TaggedText[] = [];
  let text = "";
  let spans: { start: number; end: number; type: string }[] = [];
  let typeBefore: string | undefined;
  const finish = (): void => {
    if (text !== "") texts.push({ text, spans });
    text = "";
    spans = [];
    typeBefore = undefined;
  };
  for (const line of readFileSync(path, "utf8").split("\n")) {
    const parts = line.trim().split(/\s+/);
    const [word = "", tag = ""] = [parts[0], parts.at(-1)];
    if (parts.length < 2 || word === "-DOCSTART-") {
      finish();
      continue;
    }
    if (text !== "" && !GLUED_BEFORE.test(word) && !GLUED_AFTER.test(text)) text += " ";
    const type = tag === "O" || word.startsWith("@") ? undefined : KINDS[tag.slice(2).toLowerCase()];
    const start = text.length;
    text += word;
    const last = spans.at(-1);
    if (type !== undefined && type === typeBefore && !tag.startsWith("B-") && last !== undefined)
      last.end = text.length;
    else if (type !== undefined) spans.push({ start, end: text.length, type });
    typeBefore = type;
  }
  finish();
  return texts;
}
