// Writes the states that the shipped encoder gives: JSON strings in, one a line; their states out, one after another, as 32-bit
// numbers, into the file that is named. Heads fitted on these read in training what they read in the product.
import { writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { createEncoder } from "../../src/nlp/encoder/create-encoder.ts";
import { normaliseText } from "../../src/prepare/normalise/normalise-text.ts";

const [path = "states.f32"] = process.argv.slice(2);
const texts: string[] = [];
for await (const line of createInterface({ input: process.stdin }))
  texts.push(normaliseText(String(JSON.parse(line))));
const encoder = await createEncoder({ threads: 1, cacheSize: 0 });
const readings = await encoder.read(texts);
const width = readings[0]?.state.length ?? 0;
const states = new Float32Array(width * texts.length);
for (const [place, { state }] of readings.entries()) states.set(state, place * width);
writeFileSync(path, states);
console.log(encoder.stateVersion);
await encoder.close();
