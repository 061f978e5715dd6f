import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { queryCases } from "../../test/golden/query-cases.ts";
import type { Columnar } from "../columnar/columnar.ts";
import { migrate } from "../columnar/migrate.ts";
import { openColumnar } from "../columnar/open-columnar.ts";
import { compileQuery } from "./compile-query.ts";
import { sql } from "./sql.ts";

let columnar: Columnar;
let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "parlance-query-"));
  columnar = await openColumnar({ dataDir });
  await migrate(columnar);
});

afterAll(async () => {
  await columnar.close();
  await rm(dataDir, { recursive: true, force: true });
});

test.each(Object.entries(queryCases))("the engine binds %s", async (_, spec) => {
  for (const statement of compileQuery(spec)) {
    const rows = await columnar.query(sql`EXPLAIN ${statement.sql}`, { tag: "test" });
    expect(rows.length).toBeGreaterThan(0);
  }
});

test.each(Object.entries(queryCases))("the engine runs %s on empty tables", async (_, spec) => {
  for (const statement of compileQuery(spec)) {
    const rows = await columnar.query(statement.sql, { tag: "test" });
    expect(rows).toHaveLength(spec.dimensions.length === 0 ? 1 : 0);
  }
});
