// A million messages of JSON Lines through the real command: read, prepared, redacted and stored; beside it what chDB takes
// when it is handed the stored message rows and nothing else.
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "../src/columnar/migrate.ts";
import { openColumnar } from "../src/columnar/open-columnar.ts";
import { sql } from "../src/query/sql.ts";
import { toCanonicalForm } from "../src/sample/canonical-form.ts";
import { generateSample } from "../src/sample/generate.ts";
import type { Bench, BenchContext, BenchRow } from "./bench.ts";
import { runMeasured } from "./support/child-process.ts";

const MESSAGES = 1_000_000;
const LEAST_RATE = 15_000;
const MOST_RESIDENT_MB = 1_000;
const RAW_BATCH = 20_000;

/** Writes sample conversations until there are a million messages. */
async function writeLog(file: string): Promise<void> {
  const stream = createWriteStream(file);
  let messages = 0;
  for (const conversation of generateSample({ conversations: 200_000, seed: 3 })) {
    if (messages >= MESSAGES) break;
    const whole = { ...conversation, messages: conversation.messages.slice(0, MESSAGES - messages) };
    messages += whole.messages.length;
    if (!stream.write(`${JSON.stringify(toCanonicalForm(whole))}\n`)) await once(stream, "drain");
  }
  await new Promise<void>((resolve) => {
    stream.end(() => resolve());
  });
}

/** Messages a second when chDB inserts the stored rows again, as JSON Lines, into an empty table. */
async function rawInsertRate(dataDir: string, emptyDir: string): Promise<number> {
  const stored = await openColumnar({ dataDir });
  const batches: Buffer[] = [];
  let rows = 0;
  const options = { tag: "bench", timeoutMs: 600_000 };
  for await (const block of stored.stream<object>(sql`SELECT * FROM messages LIMIT ${200_000}`, options)) {
    for (let start = 0; start < block.length; start += RAW_BATCH) {
      const part = block.slice(start, start + RAW_BATCH);
      rows += part.length;
      batches.push(Buffer.from(`${part.map((row) => JSON.stringify(row)).join("\n")}\n`));
    }
  }
  await stored.close();
  const empty = await openColumnar({ dataDir: emptyDir });
  await migrate(empty);
  const startedMs = performance.now();
  for (const batch of batches) await empty.insert("messages", batch, options);
  const rate = rows / ((performance.now() - startedMs) / 1000);
  await empty.close();
  return rate;
}

async function run({ write }: BenchContext): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), "parlance-bench-import-"));
  try {
    const file = join(folder, "log.jsonl");
    write(`writing ${MESSAGES} messages`);
    await writeLog(file);
    const dataDir = join(folder, "data");
    write("importing");
    const result = await runMeasured(["import", file, "--data-dir", dataDir, "--json"]);
    if (result.code !== 0) throw new Error(result.stderr);
    const { counts } = JSON.parse(result.stdout) as { counts: { read: number; stored: number } };
    write("importing again");
    const again = await runMeasured(["import", file, "--data-dir", dataDir, "--json"]);
    write("inserting raw");
    const raw = await rawInsertRate(dataDir, join(folder, "raw"));
    const rate = counts.stored / (result.elapsedMs / 1000);
    const residentMb = result.peakResidentBytes / 1e6;
    return [
      {
        what: "import, start of the process included",
        value: rate,
        unit: "messages/s",
        limit: { text: `≥ ${LEAST_RATE}`, met: rate >= LEAST_RATE },
        peer: { name: "chDB raw insert", value: raw },
      },
      {
        what: "messages stored",
        value: counts.stored,
        unit: "",
        limit: { text: `${MESSAGES}`, met: counts.stored === MESSAGES },
      },
      {
        what: "highest resident memory",
        value: residentMb,
        unit: "MB",
        limit: { text: `< ${MOST_RESIDENT_MB}`, met: residentMb < MOST_RESIDENT_MB },
      },
      { what: "the same file again", value: counts.read / (again.elapsedMs / 1000), unit: "messages/s" },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const bench: Bench = {
  name: "import",
  summary: "a million messages of JSON Lines from file to store",
  run,
};
