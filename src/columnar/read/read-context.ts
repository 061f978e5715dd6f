// What every read is told besides its question, and how the engine's values become the contract's.
import type { TopicTree } from "../../core/topic-tree.ts";
import type { Filter } from "../../query/filter.ts";
import { sql } from "../../query/sql.ts";
import { type Calendar, resolveWindow, type TimeWindow } from "../../query/time-window.ts";
import type { Columnar, ExecOptions } from "../columnar.ts";

export type ReadContext = {
  readonly workspace: string;
  readonly calendar: Calendar;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Route or command, for the engine's log. */
  readonly tag: string;
  readonly signal?: AbortSignal;
  /** Groups of fewer customers are withheld. */
  readonly smallestGroup: number;
  /** Where each stored topic of the lens stands today. */
  readonly topics: TopicTree;
  /** Whose topics are read. Left out: the default lens, which the utterances carry themselves. */
  readonly lensId?: string;
};

/** Which conversations a read is about. Audiences are already in their places. */
export type Scope = { readonly filter: Filter; readonly time: string };

export function execOptions(context: ReadContext): ExecOptions {
  return { tag: context.tag, ...(context.signal === undefined ? {} : { signal: context.signal }) };
}

/** `2026-03-05 14:30:00.000` → `2026-03-05T14:30:00.000Z`. */
export function toInstant(engineTime: string): string {
  return `${engineTime.slice(0, 10)}T${engineTime.slice(11)}Z`;
}

export function windowValue(window: TimeWindow, timeZone: string) {
  return { from: new Date(window.from).toISOString(), to: new Date(window.to).toISOString(), timeZone };
}

/** From the first start to just after the last end of the workspace's conversations; undefined when there are none. */
export async function readBounds(columnar: Columnar, context: ReadContext): Promise<TimeWindow | undefined> {
  const [row] = await columnar.query<{ n: string; first: string; last: string }>(
    sql`SELECT count() AS n, min(started_at) AS first, max(ended_at) AS last FROM conversations WHERE workspace = ${context.workspace} AND is_deleted = 0`,
    execOptions(context),
  );
  if (row === undefined || Number(row.n) === 0) return undefined;
  return { from: Date.parse(toInstant(row.first)), to: Date.parse(toInstant(row.last)) + 1 };
}

/**
 * The window that a scope's time means, and the condition it puts on rows: `all` puts none. Without data `all` is today.
 */
export async function readWindow(
  columnar: Columnar,
  time: string,
  context: ReadContext,
): Promise<{ readonly window: TimeWindow; readonly condition: TimeWindow | undefined }> {
  const isAll = time === "all";
  const bounds = (isAll ? await readBounds(columnar, context) : undefined) ?? {
    from: context.now,
    to: context.now + 1,
  };
  const window = resolveWindow(time, { ...context.calendar, now: context.now, bounds });
  return { window, condition: isAll ? undefined : window };
}
