// How fast files are read, mapped and grouped: no preparing, no storing. One core; the bar is for JSON Lines of messages.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { readInputs } from "../src/ingest/read-inputs.ts";
import type { Bench, BenchRow } from "./bench.ts";

const MESSAGES = 300_000;
const BAR = 60_000;

type Row = Readonly<Record<string, string>>;

function makeRow(index: number): Row {
  return {
    conversationId: `c-${Math.floor(index / 10)}`,
    id: `m-${index}`,
    sentAt: new Date(1_772_721_000_000 + index * 1000).toISOString(),
    role: index % 2 === 0 ? "customer" : "agent",
    text: `Message ${index}: I would like to know where my order is, it was due last week.`,
  };
}

/** Messages for each second of CPU time, so that other work on the machine does not count. */
async function measure(path: string): Promise<number> {
  const before = process.cpuUsage();
  let messages = 0;
  for await (const item of readInputs([path])) {
    if (item.kind === "conversation") messages += item.conversation.messages.length;
    else if (item.kind === "file-finished" && item.failure !== undefined) throw item.failure;
  }
  if (messages !== MESSAGES) throw new Error(`read ${messages} of ${MESSAGES} messages`);
  const { user, system } = process.cpuUsage(before);
  return messages / ((user + system) / 1e6);
}

export const bench: Bench = {
  name: "reading",
  summary: "Reading, mapping and grouping of JSON Lines, gzip and CSV",
  async run({ write }) {
    const folder = mkdtempSync(join(tmpdir(), "parlance-bench-"));
    try {
      const rows = Array.from({ length: MESSAGES }, (_, index) => makeRow(index));
      const lines = `${rows.map((row) => JSON.stringify(row)).join("\n")}\n`;
      const header = Object.keys(makeRow(0)).join(",");
      const table = `${header}\n${rows
        .map((row) =>
          Object.values(row)
            .map((cell) => `"${cell}"`)
            .join(","),
        )
        .join("\n")}\n`;
      const inputs = [
        { name: "JSON Lines", file: "a.jsonl", data: lines },
        { name: "JSON Lines in gzip", file: "a.jsonl.gz", data: gzipSync(lines) },
        { name: "CSV, all quoted", file: "a.csv", data: table },
        { name: "JSON, one list", file: "a.json", data: `[${lines.trim().replaceAll("\n", ",\n")}]` },
      ];
      const results: BenchRow[] = [];
      for (const { name, file, data } of inputs) {
        write(`reading ${name}`);
        const path = join(folder, file);
        writeFileSync(path, data);
        const rate = await measure(path);
        const limit = file === "a.jsonl" ? { limit: { text: `≥ ${BAR}`, met: rate >= BAR } } : {};
        results.push({ what: `${name}, messages`, value: rate, unit: "/CPU s", ...limit });
      }
      return results;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
