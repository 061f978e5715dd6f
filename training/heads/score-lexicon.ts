// Prints the word list's sentiment (−2 to 2, or null) of each text: JSON strings in, one a line, JSON numbers out.
import { createInterface } from "node:readline";
import { lexiconSentiment } from "./lexicon/lexicon-sentiment.ts";

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(lexiconSentiment.score(String(JSON.parse(line)))));
}
