// The server as a person meets it: the first start until topics are shown, later starts, and what it holds when idle.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Bench, BenchContext, BenchRow } from "./bench.ts";
import { residentBytes } from "./support/child-process.ts";
import { startServer, stopServer } from "./support/server-process.ts";

const SAMPLE = 20_000;
const IDLE_MS = 30_000;
const ASK_EVERY_MS = 250;

type Workspace = {
  readonly sample: { readonly state: string } | null;
  readonly waitingUtterances: number;
  readonly counts: { readonly conversations: number };
};

async function waitFor(
  url: string,
  path: string,
  fits: (answer: unknown) => boolean,
  body?: object,
): Promise<void> {
  for (;;) {
    const init = body && {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    };
    const response = await fetch(`${url}${path}`, init);
    if (response.ok && fits(await response.json())) return;
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
}

function seconds(what: string, fromMs: number, most?: number): BenchRow {
  const value = (performance.now() - fromMs) / 1000;
  return {
    what,
    value,
    unit: "s",
    ...(most !== undefined && { limit: { text: `< ${most}`, met: value < most } }),
  };
}

async function run({ write }: BenchContext): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), "parlance-bench-serve-"));
  const dataDir = join(folder, "data");
  const rows: BenchRow[] = [];
  try {
    const firstMs = performance.now();
    const first = await startServer(dataDir, SAMPLE);
    rows.push(seconds("first start: address printed", firstMs));
    const hasConversations = (answer: unknown) => (answer as Workspace).counts.conversations > 0;
    await waitFor(first.url, "/v1/workspace", hasConversations);
    rows.push(seconds("first start: conversations shown", firstMs, 60));
    const hasTopics = (answer: unknown) => (answer as { topics: unknown[] }).topics.length > 0;
    await waitFor(first.url, "/v1/topics/search", hasTopics, {});
    rows.push(seconds("first start: topics shown", firstMs, 60));
    write("waiting for the whole sample");
    const isWhole = (answer: unknown) => {
      const { sample, waitingUtterances } = answer as Workspace;
      return sample?.state === "done" && waitingUtterances === 0;
    };
    await waitFor(first.url, "/v1/workspace", isWhole);
    rows.push(seconds("first start: the whole sample labelled and mined", firstMs));
    await stopServer(first.child);

    const laterMs = performance.now();
    const later = await startServer(dataDir, SAMPLE);
    await waitFor(later.url, "/v1/workspace", hasConversations);
    rows.push(seconds("later start: workspace answered", laterMs, 5));
    write(`idling for ${IDLE_MS / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
    const idleMb = residentBytes(later.child.pid ?? 0) / 1e6;
    rows.push({
      what: "resident when idle, sample loaded",
      value: idleMb,
      unit: "MB",
      limit: { text: "< 1000", met: idleMb < 1000 },
    });
    await stopServer(later.child);
    return rows;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const bench: Bench = {
  name: "serve",
  summary: "first start to topics, later starts, memory when idle",
  run,
};
