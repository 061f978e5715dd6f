// ClickHouse in this process. Decides how concurrent calls share the engine: each takes a connection of its own from a small
// pool for as long as the engine works on it, so that settings and parameters (`SET param_p1 = …`) never leak between calls.
// chDB's own binder runs all bound queries of a process one after another; this adapter runs them side by side.
// Main thread only: chDB crashes the process when loaded in a worker.
import { totalmem } from "node:os";
import { type ChdbExtension, createChdbConnection } from "chdb/connection";
import type { Call, Engine } from "./exec-seam.ts";
import { paramText, quoteLiteral } from "./param-text.ts";

/** libuv runs four native calls at a time: three for work leave one for files. */
const POOL_SIZE = 3;

/** What one statement may hold: half of the machine. Groupings and sorts that grow past half of that go to disk. */
const MAX_MEMORY_BYTES = Math.floor(totalmem() / 2);

/** Parameters stand in a SET statement here, so that a list of ids may pass the engine's usual 256 KiB. */
const MAX_STATEMENT_BYTES = 256 * 1024 * 1024;

type Connection = { readonly chdb: ChdbExtension; close(): Promise<void> };

function prefix(call: Pick<Call, "settings"> & Partial<Pick<Call, "params">>): string {
  const settings = Object.entries({
    max_query_size: MAX_STATEMENT_BYTES,
    max_memory_usage: MAX_MEMORY_BYTES,
    ...call.settings,
  }).map(([name, value]) => `${name} = ${typeof value === "number" ? value : quoteLiteral(value)}`);
  const params = Object.entries(call.params ?? {}).map(
    ([name, value]) => `param_${name} = ${quoteLiteral(paramText(value))}`,
  );
  return `SET ${[...settings, ...params].join(", ")};\n`;
}

function parseLines<Row>(text: string): Row[] {
  const trimmed = text.trimEnd();
  return trimmed === "" ? [] : (JSON.parse(`[${trimmed.replaceAll("\n", ",")}]`) as Row[]);
}

/** Opens the engine on a directory, which it makes if need be. One directory a process. */
export function createChdbEngine(path: string): Engine {
  const idle: Connection[] = [];
  const waiting: ((connection: Connection) => void)[] = [];
  const all: Connection[] = [];
  const atWork = new Set<Promise<unknown>>();

  const open = (): Connection => {
    const connection = createChdbConnection({ path });
    all.push(connection);
    return connection;
  };

  function take(): Connection | Promise<Connection> {
    const free = idle.pop();
    if (free) return free;
    if (all.length < POOL_SIZE) return open();
    return new Promise((resolve) => waiting.push(resolve));
  }

  function giveBack(connection: Connection): void {
    const next = waiting.shift();
    if (next) next(connection);
    else idle.push(connection);
  }

  /**
   * Runs one native call on a connection of its own. An abort rejects at once; the engine works on to the end or to its time
   * limit, and only then the connection is free. Stopping it with KILL QUERY is no way: measured, of 1,500 queries beside as
   * many killed ones five got another query's result.
   */
  async function run<T>(
    call: Omit<Call, "text" | "params">,
    start: (chdb: ChdbExtension, settings: Call["settings"]) => Promise<T>,
  ): Promise<T> {
    const { signal } = call;
    signal?.throwIfAborted();
    const connection = await take();
    if (signal?.aborted) giveBack(connection);
    signal?.throwIfAborted();
    const work = start(connection.chdb, call.settings);
    // Whoever waits may be gone by then; the outcome is told by `work` itself to those who are not.
    const ended = work
      .catch(() => undefined)
      .finally(() => {
        atWork.delete(ended);
        giveBack(connection);
      });
    atWork.add(ended);
    if (!signal) return work;
    return new Promise<T>((resolve, reject) => {
      const stop = (): void => reject(signal.reason);
      signal.addEventListener("abort", stop, { once: true });
      work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
    });
  }

  return {
    kind: "chdb",
    query: <Row>(call: Call) =>
      run(call, async (chdb, settings) => {
        const result = await chdb.queryAsync(prefix({ ...call, settings }) + call.text, {
          format: "JSONEachRow",
        });
        return parseLines<Row>(result.text());
      }),
    exec: (call) =>
      run(call, async (chdb, settings) => {
        await chdb.queryAsync(prefix({ ...call, settings }) + call.text, { format: "Null" });
      }),
    insert: (table, { lines, format, columns }, call) =>
      run(call, async (chdb, settings) => {
        await chdb.rawInsert({
          table,
          values: lines,
          format,
          settings,
          ...(columns && { columns: [...columns] }),
        });
      }),
    async *stream<Row>(call: Call) {
      const connection = await take();
      try {
        await connection.chdb.queryAsync(prefix(call), { format: "Null" });
        const options = { format: "JSONEachRow", ...(call.signal ? { signal: call.signal } : {}) };
        for await (const chunk of connection.chdb.queryStream(call.text, options)) {
          yield parseLines<Row>(chunk.text());
        }
      } finally {
        giveBack(connection);
      }
    },
    async close() {
      await Promise.all(atWork);
      for (const connection of all) await connection.close();
    },
  };
}
