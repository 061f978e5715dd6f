// `npm run bench -- NAME…` runs benches and prints their tables beside the committed baseline; `--write` renews it,
// `--keep FOLDER` lets a bench that makes much data find it again. Without a name it lists them.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import type { Bench, BenchRow } from "./bench.ts";

const BENCHES: Readonly<Record<string, () => Promise<{ readonly bench: Bench }>>> = {
  import: () => import("./import.ts"),
  logs: () => import("./logs.ts"),
  serve: () => import("./serve.ts"),
  arrival: () => import("./arrival.ts"),
  reading: () => import("./reading.ts"),
  insert: () => import("./insert.ts"),
  query: () => import("./query.ts"),
  encoder: () => import("./encoder.ts"),
  redaction: () => import("./redaction.ts"),
  entities: () => import("./entities.ts"),
  sample: () => import("./sample.ts"),
  topics: () => import("./topics.ts"),
  assignment: () => import("./assignment.ts"),
  "topics-ablation": () => import("./topics-ablation.ts"),
  "topics-million": () => import("./topics-million.ts"),
  "topics-sample": () => import("./topics-sample.ts"),
  "topic-models": () => import("./topic-models.ts"),
  models: () => import("./models.ts"),
  sentiment: () => import("./sentiment.ts"),
  emotion: () => import("./emotion.ts"),
  acts: () => import("./acts.ts"),
  satisfaction: () => import("./satisfaction.ts"),
  bias: () => import("./bias.ts"),
  intents: () => import("./intents.ts"),
  slots: () => import("./slots.ts"),
  language: () => import("./language.ts"),
};

type Baseline = Record<string, { machine: string; rows: Record<string, number> }>;

const baselineFile = new URL("./baseline.json", import.meta.url);
const baseline: Baseline = existsSync(baselineFile)
  ? (JSON.parse(readFileSync(baselineFile, "utf8")) as Baseline)
  : {};

function formatNumber(value: number): string {
  return Math.abs(value) >= 100 ? Math.round(value).toLocaleString("en") : value.toPrecision(3);
}

function printTable(name: string, rows: readonly BenchRow[]): void {
  const before = baseline[name]?.rows ?? {};
  const cells = rows.map((row) => [
    row.what,
    `${formatNumber(row.value)} ${row.unit}`.trim(),
    row.peer ? `${row.peer.name}: ${formatNumber(row.peer.value)}` : "",
    row.limit ? `${row.limit.text}${row.limit.met ? "" : "  MISSED"}` : "",
    before[row.what] === undefined ? "" : formatNumber(before[row.what] ?? 0),
  ]);
  const all = [["what", "ours", "peer", "limit", "baseline"], ...cells];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  for (const row of all)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    );
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { write: { type: "boolean" }, keep: { type: "string" } },
});
if (positionals.length === 0) {
  for (const load of Object.values(BENCHES)) {
    const { bench } = await load();
    console.log(`${bench.name.padEnd(12)} ${bench.summary}`);
  }
}
for (const name of positionals) {
  const load = BENCHES[name];
  if (!load) throw new Error(`There is no bench ${name}. The benches: ${Object.keys(BENCHES).join(", ")}`);
  const { bench } = await load();
  const datasets = process.env["PARLANCE_DATASETS"];
  console.log(`\n${bench.name}: ${bench.summary}`);
  const rows = await bench.run({
    ...(datasets !== undefined && { datasets }),
    ...(values.keep !== undefined && { keep: values.keep }),
    write: (line) => void process.stderr.write(`${line}\n`),
  });
  printTable(name, rows);
  if (values.write === true) {
    const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? "unknown"}`;
    baseline[name] = { machine, rows: Object.fromEntries(rows.map((row) => [row.what, row.value])) };
    writeFileSync(baselineFile, `${JSON.stringify(baseline, null, 2)}\n`);
  }
}
