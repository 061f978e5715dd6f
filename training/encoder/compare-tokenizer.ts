// Called by check_tokenizer.py: encodes each text of a JSON Lines file {text, ids} and counts the ids that differ.
import { readFileSync } from "node:fs";
import { createTokenizer } from "../../src/nlp/encoder/word-piece-tokenizer.ts";

const [reference = ""] = process.argv.slice(2);
const model = new URL("../../models/encoder/tokenizer.json", import.meta.url);
const tokenizer = createTokenizer(JSON.parse(readFileSync(model, "utf8")), 512);
const rows = readFileSync(reference, "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => JSON.parse(line) as { text: string; ids: number[] });

let differing = 0;
const startedAt = performance.now();
for (const { text, ids } of rows) {
  const own = tokenizer.encode(text);
  if (own.length === ids.length && own.every((id, index) => id === ids[index])) continue;
  differing += 1;
  if (differing <= 5) console.error(JSON.stringify({ text, expected: ids, received: [...own] }));
}
const seconds = (performance.now() - startedAt) / 1000;
console.log(
  `${rows.length} texts, ${differing} with other ids, ${Math.round(rows.length / seconds)} texts/s`,
);
process.exitCode = differing === 0 ? 0 : 1;
