// The sample: how fast it is made, and how varied its wording is.
import { generateSampleItems } from "../src/sample/generate.ts";
import type { Bench, BenchRow } from "./bench.ts";

const CONVERSATIONS = 20_000;

export const bench: Bench = {
  name: "sample",
  summary: "Rate of the sample generator and variety of its wording",
  async run() {
    const requests: string[] = [];
    const messages: string[] = [];
    let count = 0;
    const started = performance.now();
    for (const { conversation, key } of generateSampleItems({ conversations: CONVERSATIONS })) {
      count += conversation.messages.length;
      const request = key.utterances.find((span) => span.act === "request");
      if (request === undefined) continue;
      const text = conversation.messages[request.message]?.text ?? "";
      requests.push(text.slice(request.start, request.end));
      messages.push(text);
    }
    const seconds = (performance.now() - started) / 1000;
    const rate = CONVERSATIONS / seconds;
    const distinct = share(requests);
    return [
      row("conversations generated", rate, "conversations/s", 5000),
      row("messages generated", count / seconds, "messages/s"),
      row("distinct among first requests", distinct, "%", 60),
      row("distinct among first messages with a request", share(messages), "%"),
    ];
  },
};

function share(texts: readonly string[]): number {
  return (100 * new Set(texts).size) / texts.length;
}

function row(what: string, value: number, unit: string, atLeast?: number): BenchRow {
  const rounded = Math.round(value * 10) / 10;
  return {
    what,
    value: rounded,
    unit,
    ...(atLeast === undefined ? {} : { limit: { text: `≥ ${atLeast}`, met: rounded >= atLeast } }),
  };
}
