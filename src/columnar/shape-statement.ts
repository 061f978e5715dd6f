// Pure: a migration's statement in the shape of the installation. `single` is as written; `cluster` makes of each table a
// replicated local table on every node and a distributed table over them, sharded so that rows that belong together, those of
// one conversation, lie on one shard. Macros `{cluster}`, `{shard}` and `{replica}` come from the servers' configuration.

export type Shape = "single" | "cluster";

const SHARDING_KEYS: Readonly<Record<string, string>> = {
  conversations: "cityHash64(conversation_id)",
  messages: "cityHash64(conversation_id)",
  utterances: "cityHash64(conversation_id)",
  conversation_scores: "cityHash64(conversation_id)",
  vectors: "text_hash",
  readings: "text_hash",
  text_positions: "text_hash",
  text_labels: "text_hash",
  model_topics: "text_hash",
  lens_utterances: "cityHash64(conversation_id)",
  lens_positions: "text_hash",
  schema_migrations: "id",
};

const CREATE_TABLE =
  /^((?:--[^\n]*\n|\s)*)CREATE TABLE IF NOT EXISTS (\w+) \(([\s\S]*)\) ENGINE = (\w*MergeTree)(?:\(([^)]*)\))?([\s\S]*)$/;

const ALTER_TABLE = /^((?:--[^\n]*\n|\s)*)ALTER TABLE (\w+)(\s[\s\S]*)$/;

/** The statements to run for one statement of a migration. Anything but CREATE and ALTER TABLE must name its own cluster form. */
export function shapeStatement(statement: string, shape: Shape): readonly string[] {
  if (shape === "single") return [statement];
  const [, before = "", altered, change = ""] = ALTER_TABLE.exec(statement) ?? [];
  if (altered !== undefined) {
    return [`${altered}_local`, altered].map(
      (name) => `${before}ALTER TABLE ${name} ON CLUSTER '{cluster}'${change}`,
    );
  }
  const match = CREATE_TABLE.exec(statement);
  if (!match) return [statement];
  const [, comment = "", table = "", columns = "", engine = "", args = "", rest = ""] = match;
  const key = SHARDING_KEYS[table];
  if (key === undefined) throw new TypeError(`no sharding key for table ${table}`);
  const replicated = [
    `'/clickhouse/tables/{shard}/{database}/${table}'`,
    "'{replica}'",
    ...(args ? [args] : []),
  ];
  return [
    `${comment}CREATE TABLE IF NOT EXISTS ${table}_local ON CLUSTER '{cluster}' (${columns}) ENGINE = Replicated${engine}(${replicated.join(", ")})${rest}`,
    `CREATE TABLE IF NOT EXISTS ${table} ON CLUSTER '{cluster}' AS ${table}_local\nENGINE = Distributed('{cluster}', currentDatabase(), ${table}_local, ${key})`,
  ];
}
