import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { columnarBackends, openTestColumnar, type TestColumnar } from "../../test/support/columnar.ts";
import { sql } from "../query/sql.ts";
import type { Columnar } from "./columnar.ts";
import { dumpColumnarSchema } from "./dump-schema.ts";
import { loadMigrations, migrate } from "./migrate.ts";
import { shapeStatement } from "./shape-statement.ts";
import { dangerouslyTrustSql } from "./trusted-sql.ts";

describe.each(columnarBackends())("migrating %s", (kind) => {
  let test: TestColumnar;
  beforeAll(async () => {
    test = await openTestColumnar(kind);
  });
  afterAll(() => test.close());
  const tag = { tag: "test" };

  it("runs nothing twice", async () => {
    expect(await migrate(test.columnar)).toEqual([]);
  });

  it("runs a migration again that was begun and not finished, and keeps the rows", async () => {
    await test.columnar.exec(
      sql`INSERT INTO vectors (encoder, text_hash, vector, version) VALUES ('e', 1, [1], 1)`,
      tag,
    );
    await test.columnar.exec(
      sql`INSERT INTO schema_migrations (id, name, is_done) VALUES (1, 'tables', false)`,
      tag,
    );
    expect(await migrate(test.columnar)).toEqual(["tables"]);
    expect(await test.columnar.query(sql`SELECT count() AS n FROM vectors`, tag)).toEqual([{ n: "1" }]);
  });

  it("comes to the end wherever between two statements it was killed", async () => {
    const statements = (await loadMigrations()).flatMap((migration) => migration.statements).length;
    for (let fatal = 1; fatal <= statements + 2; fatal += 1) {
      for (const { name } of await test.columnar.query<{ name: string }>(sql`SHOW TABLES`, tag)) {
        await test.columnar.exec(dangerouslyTrustSql(`DROP TABLE ${name} SYNC`), tag);
      }
      let executed = 0;
      const dying: Columnar = {
        ...test.columnar,
        exec: async (...args) => {
          executed += 1;
          if (executed === fatal) throw new Error("killed");
          await test.columnar.exec(...args);
        },
      };
      await expect(migrate(dying)).rejects.toThrow("killed");
      await migrate(test.columnar);
      expect(await test.columnar.query(sql`SELECT count() AS n FROM messages`, tag)).toEqual([{ n: "0" }]);
    }
  });

  it("tells tags from words in texts that were stored before", async () => {
    const { columnar } = test;
    const texts = [
      ["😀 My email is [EMAIL], person [PERSON:k3x7q2]!", "my email is email, person person!", 1],
      ["x [NATIONAL_ID] national id [IP]", "x national id national id ip", 0],
      ["the handle [broke] off", "the handle [broke] off", 0],
      ["[PERSON:k3x7q2] zip, ip [IP]", "person zip ip ip", 0],
    ] as const;
    for (const [text, normalised, place] of texts) {
      const id = sql`toUUID(hex(MD5(${text})))`;
      await columnar.exec(
        sql`INSERT INTO messages (workspace, day, conversation_id, message_id, text, version)
            SELECT 'w', '2024-05-01', ${id}, ${id}, ${text}, 1`,
        tag,
      );
      await columnar.exec(
        sql`INSERT INTO utterances (workspace, day, conversation_id, message_id, span_start, span_end, normalised, label_version, version)
            SELECT 'w', '2024-05-01', ${id}, ${id}, ${place * 3}, ${text.length}, ${normalised}, 'old', 7`,
        tag,
      );
    }
    await columnar.exec(
      sql`INSERT INTO schema_migrations (id, name, is_done) VALUES (8, 'tags_in_texts', false)`,
      tag,
    );
    expect(await migrate(columnar)).toContain("tags_in_texts");
    expect(
      await columnar.query(
        sql`SELECT normalised, label_version, text_hash = cityHash64(normalised) AS fits FROM utterances FINAL ORDER BY normalised`,
        tag,
      ),
    ).toEqual([
      { normalised: "[person] zip ip [ip]", label_version: "", fits: 1 },
      { normalised: "my email is [email], person [person]!", label_version: "", fits: 1 },
      { normalised: "the handle [broke] off", label_version: "old", fits: 1 },
      { normalised: "x [national_id] national id [ip]", label_version: "", fits: 1 },
    ]);
  });

  it.runIf(kind === "chdb")("makes the schema that is committed", async () => {
    await expect(await dumpColumnarSchema(test.columnar)).toMatchFileSnapshot("schema.sql");
  });
});

describe("the cluster's shape of the tables", () => {
  it("is a replicated table under a distributed one, sharded so that a conversation stays together", async () => {
    const statements = (await loadMigrations()).flatMap(({ statements }) => statements);
    const ofTables = statements.filter((statement) => !/^(?:--.*\n|\s)*INSERT /.test(statement));
    const shaped = ofTables.flatMap((statement) => shapeStatement(statement, "cluster"));
    await expect(`${shaped.join(";\n\n")};\n`).toMatchFileSnapshot("schema-cluster.sql");
  });

  it("leaves statements of a single node as they are", () => {
    expect(shapeStatement("ALTER TABLE messages ADD COLUMN x UInt8", "single")).toEqual([
      "ALTER TABLE messages ADD COLUMN x UInt8",
    ]);
  });

  it("changes both tables of a cluster, the one that holds the rows first", () => {
    expect(shapeStatement("ALTER TABLE messages\n  ADD COLUMN x UInt8", "cluster")).toEqual([
      "ALTER TABLE messages_local ON CLUSTER '{cluster}'\n  ADD COLUMN x UInt8",
      "ALTER TABLE messages ON CLUSTER '{cluster}'\n  ADD COLUMN x UInt8",
    ]);
  });

  it("refuses a table whose sharding nobody decided", () => {
    const statement = "CREATE TABLE IF NOT EXISTS steps (a UInt8) ENGINE = MergeTree\nORDER BY a";
    expect(() => shapeStatement(statement, "cluster")).toThrow("no sharding key for table steps");
  });
});
