// From a new conversation that is sent to the server to its topic that the server gives: the whole way through import, models
// and assignment, one conversation after the other on an idle server with the sample.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "../src/contract/client.ts";
import type { Bench, BenchContext, BenchRow } from "./bench.ts";
import { startServer, stopServer } from "./support/server-process.ts";

const SAMPLE = 20_000;
const CONVERSATIONS = 40;
const ASK_EVERY_MS = 50;
/** So long after one is shown the next is sent: what follows in the background is over by then. */
const PAUSE_MS = 4_000;
const GIVEN_UP_MS = 60_000;
const BAR_S = 5;

type Client = ReturnType<typeof createClient>;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function waitUntilIdle(client: Client): Promise<void> {
  for (;;) {
    const { sample, waitingUtterances } = await client.call("getWorkspace", {});
    const { jobs } = await client.call("getJobs", {});
    const isBusy = jobs.some(({ state }) => state === "running" || state === "waiting");
    if (sample?.state === "done" && waitingUtterances === 0 && !isBusy) return;
    await pause(1_000);
  }
}

/** Seconds until the server has stored the conversation, and until it gives its topic; undefined when it never does. */
async function sendOne(client: Client, text: string, number: number) {
  const source = `arrival ${number}`;
  const startedMs = performance.now();
  const since = () => (performance.now() - startedMs) / 1000;
  const sentAt = new Date().toISOString();
  await client.call("postConversations", {
    query: { source },
    body: JSON.stringify([
      { id: `c${number}`, channel: "web", messages: [{ role: "customer", text, sentAt }] },
    ]),
  });
  const stored = since();
  while (performance.now() - startedMs < GIVEN_UP_MS) {
    const { rows } = await client.call("searchConversations", {
      body: { filter: { op: "in", field: "source", values: [source] }, time: "all", limit: 1 },
    });
    if (rows[0]?.primaryTopic) return { stored, shown: since() };
    await pause(ASK_EVERY_MS);
  }
  return { stored, shown: undefined };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

async function run({ write }: BenchContext): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), "parlance-bench-arrival-"));
  const { child, url } = await startServer(join(folder, "data"), SAMPLE);
  try {
    const client = createClient({ baseUrl: url });
    write("waiting for the whole sample");
    await waitUntilIdle(client);
    const { topics } = await client.call("searchTopics", { body: { limit: CONVERSATIONS, quotes: 1 } });
    const times: { readonly stored: number; readonly shown: number | undefined }[] = [];
    for (const [number, { quotes }] of topics.entries()) {
      const [quote] = quotes;
      if (quote === undefined) continue;
      // No text that is known already: it has to be read and encoded.
      times.push(await sendOne(client, `${quote.text} My case is number ${number + 1000}.`, number));
      await pause(PAUSE_MS);
    }
    const shown = times.flatMap((time) => time.shown ?? []);
    const p95 = quantile(shown, 0.95);
    return [
      { what: "conversations sent", value: times.length, unit: "" },
      { what: "of them shown with a topic", value: shown.length, unit: "" },
      {
        what: "stored, p50",
        value: quantile(
          times.map(({ stored }) => stored),
          0.5,
        ),
        unit: "s",
      },
      { what: "topic shown, p50", value: quantile(shown, 0.5), unit: "s" },
      {
        what: "topic shown, p95",
        value: p95,
        unit: "s",
        limit: { text: `≤ ${BAR_S}`, met: p95 <= BAR_S },
      },
    ];
  } finally {
    await stopServer(child);
    await rm(folder, { recursive: true, force: true });
  }
}

export const bench: Bench = {
  name: "arrival",
  summary: "a new conversation until its topic is shown, on an idle server with the sample",
  run,
};
