// Prints the evidence of conversations as the product gathers it: JSON Lines {conversation, role, text} in, in order; for each
// line {conversation, …evidence as of that turn} out.
import { createInterface } from "node:readline";
import { type ConversationFollower, followConversation } from "../../src/nlp/conversation/evidence.ts";
import { createEncoder } from "../../src/nlp/encoder/create-encoder.ts";
import { readHeadsFile, SHIPPED_HEADS } from "../../src/nlp/heads/heads-file.ts";
import { createLabeller } from "../../src/nlp/label/labeller.ts";
import { normaliseText } from "../../src/prepare/normalise/normalise-text.ts";

type Line = { readonly conversation: string; readonly role: string; readonly text: string };

const lines: Line[] = [];
for await (const line of createInterface({ input: process.stdin })) lines.push(JSON.parse(line) as Line);
const encoder = await createEncoder({ threads: 1 });
const labeller = createLabeller(encoder, await readHeadsFile(SHIPPED_HEADS));
const readings = await labeller.readTexts(
  lines.map(({ text }) => ({ text: normaliseText(text), language: "en" })),
);
const followers = new Map<
  string,
  { follower: ConversationFollower; before: { customer?: Float32Array; other?: Float32Array } }
>();
for (const [place, { conversation, role }] of lines.entries()) {
  const reading = readings[place];
  if (reading?.labels === undefined) continue;
  const isCustomer = role === "customer";
  const known = followers.get(conversation) ?? { follower: followConversation(), before: {} };
  followers.set(conversation, known);
  const before = isCustomer ? known.before.other : known.before.customer;
  const { act } = labeller.readTurn({
    state: reading.state,
    isCustomer,
    ...(before !== undefined && { before }),
  });
  known.before[isCustomer ? "customer" : "other"] = reading.state;
  const { sentiment, signals } = reading.labels;
  known.follower.add({ isCustomer, meaning: { sentiment: sentiment.score, signals, act } });
  console.log(JSON.stringify({ conversation, ...known.follower.evidence() }));
}
await encoder.close();
