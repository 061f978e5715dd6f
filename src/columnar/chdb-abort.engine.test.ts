import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql } from "../query/sql.ts";
import type { Columnar } from "./columnar.ts";
import { openColumnar } from "./open-columnar.ts";

const dataDir = mkdtempSync(join(tmpdir(), "parlance-abort-"));
const ROUNDS = 150;
let columnar: Columnar;

beforeAll(async () => {
  columnar = await openColumnar({ dataDir });
});
afterAll(async () => {
  await columnar.close();
  rmSync(dataDir, { recursive: true, force: true });
});

describe("aborting queries of the embedded engine", () => {
  it("rejects at once and never hands a query the result of another", async () => {
    let answered = 0;
    let aborted = 0;
    async function ask(worker: number): Promise<void> {
      for (let round = 0; round < ROUNDS; round += 1) {
        const mark = `${worker}-${round}`;
        const controller = new AbortController();
        if (round % 2 === 0) setTimeout(() => controller.abort(), round % 20);
        try {
          const rows = await columnar.query<{ mark: string; n: string }>(
            sql`SELECT ${mark} AS mark, count() AS n FROM numbers(${(round % 10) * 1_000_000}) WHERE number % 7 = ${worker}`,
            { tag: "abort test", signal: controller.signal },
          );
          expect(rows.map((row) => row.mark)).toEqual([mark]);
          answered += 1;
        } catch (error) {
          if (!controller.signal.aborted) throw error;
          aborted += 1;
        }
      }
    }
    await Promise.all([0, 1, 2, 3, 4, 5].map(ask));
    expect(answered + aborted).toBe(6 * ROUNDS);
    expect(answered).toBeGreaterThan(0);
    expect(aborted).toBeGreaterThan(0);
  });
});
