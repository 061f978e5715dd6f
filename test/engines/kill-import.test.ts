import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openColumnar } from "../../src/columnar/open-columnar.ts";
import { sql } from "../../src/query/sql.ts";
import { toCanonicalForm } from "../../src/sample/canonical-form.ts";
import { generateSample } from "../../src/sample/generate.ts";
import { killGroup, runParlance, startParlance } from "../support/command-line.ts";

const folder = mkdtempSync(join(tmpdir(), "parlance-kill-"));
const file = join(folder, "log.jsonl");
const KILLS = 3;

/** Small, seeded: the points of the kills are the same in every run of the test. */
function* fractions(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** Every row but for what names the import that wrote it, in a fixed order. */
async function readRows(dataDir: string): Promise<Record<string, unknown[]>> {
  const columnar = await openColumnar({ dataDir });
  const tag = "kill test";
  try {
    return {
      conversations: await columnar.query(
        sql`SELECT * EXCEPT (version, import_id) FROM conversations FINAL WHERE workspace = 'default' ORDER BY conversation_id`,
        { tag },
      ),
      messages: await columnar.query(
        sql`SELECT * EXCEPT (version, import_id) FROM messages FINAL WHERE workspace = 'default' ORDER BY conversation_id, message_id`,
        { tag },
      ),
      utterances: await columnar.query(
        sql`SELECT * EXCEPT (version) FROM utterances FINAL WHERE workspace = 'default' ORDER BY conversation_id, message_id, span_start`,
        { tag },
      ),
    };
  } finally {
    await columnar.close();
  }
}

beforeAll(() => {
  const lines = Array.from(generateSample({ conversations: 2_500, seed: 5 }), (conversation) =>
    JSON.stringify(toCanonicalForm(conversation)),
  );
  writeFileSync(file, `${lines.join("\n")}\n`);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("an import that is killed", () => {
  it("ends, when it is run again, exactly as if it had never been killed", async () => {
    const dataDir = join(folder, "killed");
    const neverKilled = join(folder, "never-killed");
    // The same workspace with the same key in both, so that every byte can be compared.
    await runParlance(["import", "-", "--format", "jsonl", "--data-dir", dataDir]);
    cpSync(dataDir, neverKilled, { recursive: true });
    const args = ["import", file, "--source", "log", "--data-dir", dataDir];
    const startedMs = Date.now();
    const whole = await runParlance(["import", file, "--source", "log", "--data-dir", neverKilled]);
    const wholeMs = Date.now() - startedMs;
    expect(whole.code).toBe(0);

    const fraction = fractions(20_261_123);
    let killed = 0;
    for (let round = 0; round < KILLS; round += 1) {
      const running = startParlance(args);
      const timer = setTimeout(
        () => killGroup(running),
        wholeMs * (0.3 + 0.65 * (fraction.next().value ?? 0)),
      );
      const { signal } = await running.finished;
      clearTimeout(timer);
      if (signal === "SIGKILL") killed += 1;
    }
    expect(killed).toBeGreaterThan(0);

    const last = await runParlance(args);
    expect(last.code, last.stderr).toBe(0);
    const counts = (await runParlance([...args, "--json"])).stdout;
    const again = JSON.parse(counts) as { counts: { read: number; duplicate: number } };
    expect(again.counts.duplicate).toBe(again.counts.read);

    const never = await readRows(neverKilled);
    const often = await readRows(dataDir);
    for (const [table, rows] of Object.entries(never)) {
      expect(often[table]).toHaveLength(rows.length);
      expect(JSON.stringify(often[table]) === JSON.stringify(rows), `${table} are the same`).toBe(true);
    }
  });
});
