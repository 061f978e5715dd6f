// Real logs through the real command: every record that was read must be stored, updated, a duplicate or set aside.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Bench, BenchContext, BenchRow } from "./bench.ts";
import { runMeasured } from "./support/child-process.ts";

/** Folders of the public data sets; ratings and splits that lie beside dialogues are left to the reader to judge. */
const LOGS = [
  "multiwoz21-valtest",
  "taskmaster",
  "schema-guided-dialogue",
  "multidogo",
  "export-samples/amazon-contact-lens",
  "export-samples/intercom",
  "export-samples/whatsapp-export",
  "export-samples/rasa-tracker",
  "export-samples/vcon",
];

type Counts = Readonly<
  Record<"read" | "stored" | "updated" | "duplicate" | "setAside" | "conversations", number>
>;

async function run({ datasets, write }: BenchContext): Promise<BenchRow[]> {
  if (datasets === undefined)
    throw new Error("This bench reads public data sets: set PARLANCE_DATASETS to their folder.");
  const folder = await mkdtemp(join(tmpdir(), "parlance-bench-logs-"));
  const rows: BenchRow[] = [];
  try {
    for (const log of LOGS) {
      write(log);
      const args = [
        "import",
        join(datasets, log),
        "--source",
        log,
        "--data-dir",
        join(folder, "data"),
        "--json",
      ];
      const { stdout, stderr } = await runMeasured(args);
      if (stdout === "") throw new Error(stderr);
      const { counts } = JSON.parse(stdout) as { counts: Counts };
      const missing = counts.read - counts.stored - counts.updated - counts.duplicate - counts.setAside;
      rows.push(
        {
          what: `${log}: read and not accounted for`,
          value: missing,
          unit: "records",
          limit: { text: "0", met: missing === 0 },
        },
        { what: `${log}: read`, value: counts.read, unit: `records, ${counts.conversations} conversations` },
        { what: `${log}: set aside`, value: counts.setAside, unit: "records" },
      );
    }
    return rows;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const bench: Bench = {
  name: "logs",
  summary: "real logs: read = stored + updated + duplicate + set aside",
  run,
};
