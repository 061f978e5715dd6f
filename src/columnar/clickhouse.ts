// A ClickHouse server, by its official client over HTTP. The database named in the URL must exist.
import { Readable } from "node:stream";
import { createClient } from "@clickhouse/client";
import type { Call, Engine } from "./exec-seam.ts";

function shared(call: Omit<Call, "text" | "params">) {
  return {
    clickhouse_settings: { ...call.settings },
    ...(call.signal ? { abort_signal: call.signal } : {}),
  };
}

/** Connects lazily: the first call fails when nothing listens there. */
export function createClickHouseEngine(url: string): Engine {
  const client = createClient({ url, application: "parlance", request_timeout: 24 * 3600 * 1000 });
  const paramsOf = (call: Call) => ({ query: call.text, query_params: { ...call.params }, ...shared(call) });
  return {
    kind: "clickhouse",
    query: async <Row>(call: Call) => {
      const result = await client.query({ ...paramsOf(call), format: "JSONEachRow" });
      return result.json<Row>();
    },
    async *stream<Row>(call: Call) {
      const result = await client.query({ ...paramsOf(call), format: "JSONEachRow" });
      for await (const rows of result.stream<Row>()) yield rows.map((row) => row.json());
    },
    async exec(call) {
      await client.command(paramsOf(call));
    },
    async insert(table, { lines, format, columns }, call) {
      await client.insert({
        table,
        values: Readable.from([lines], { objectMode: false }),
        format,
        ...(columns && { columns: [...columns] as [string, ...string[]] }),
        ...shared(call),
      });
    },
    close: () => client.close(),
  };
}
