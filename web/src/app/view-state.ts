// What a page shows, as one JSON value that lives in the URL (`?view=…`): time, comparison, filter, search, what the drawer
// holds, how lists are sorted. Whatever the URL says that is not understood is left out, so old links keep working.
import { z } from "zod";
import { type Filter, filterSchema } from "../../../src/query/filter.ts";
import { timeRangeSchema } from "../../../src/query/time-range.ts";

const drawerSchema = z.object({
  /** What was clicked, in words: "Refund status, week of 2 March". */
  title: z.string().max(300),
  filter: filterSchema.optional(),
  time: timeRangeSchema.optional(),
  /** The conversation that is open in it. */
  conversation: z.string().max(100).optional(),
});
export type DrawerState = z.output<typeof drawerSchema>;

const fields = {
  /** Unset: what `defaultTime` chooses. */
  time: timeRangeSchema.optional(),
  /** `none` turns the comparison with the stretch before off. */
  compare: z.literal("none").optional(),
  filter: filterSchema.optional(),
  search: z.object({ text: z.string().max(1000), mode: z.enum(["exact", "semantic"]) }).optional(),
  sort: z.object({ by: z.string().max(40), direction: z.enum(["asc", "desc"]) }).optional(),
  /** Into how many topics the tree is cut; unset as it was found. */
  granularity: z.number().int().min(1).max(10_000).optional(),
  /** Whose topics are shown; unset the default lens's. */
  lens: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
    .optional(),
  /** Topics as a table instead of a tree. */
  topics: z.literal("table").optional(),
  /** Why utterances belong to no topic: only those left out for this reason. */
  reason: z.string().max(40).optional(),
  /** The conversation that is open beside the list. */
  open: z.string().max(100).optional(),
  drawer: drawerSchema.optional(),
  /** Charts that show their table, by id. */
  tables: z.array(z.string().max(60)).max(20).optional(),
};
const viewStateSchema = z.object(fields);
export type ViewState = z.output<typeof viewStateSchema>;

/** Reads any value as view state, field by field: a field that does not parse is dropped, the others stay. */
export function readViewState(value: unknown): ViewState {
  if (typeof value !== "object" || value === null) return {};
  const kept: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(fields)) {
    const parsed = schema.safeParse((value as Record<string, unknown>)[name]);
    if (parsed.success && parsed.data !== undefined) kept[name] = parsed.data;
  }
  return kept as ViewState;
}

/** The query string of a URL to view state. Never throws. */
export function parseView(search: string): ViewState {
  const text = new URLSearchParams(search).get("view");
  if (text === null) return {};
  try {
    return readViewState(JSON.parse(text));
  } catch {
    return {};
  }
}

/** View state to the query string, with the leading `?`; empty when nothing is set. */
export function formatView(state: object): string {
  const text = JSON.stringify(state);
  return text === "{}" ? "" : `?view=${encodeURIComponent(text)}`;
}

/** What another page takes over: where and what one looks at, not how this page is sorted or what is open. */
export function carryOver(state: ViewState): ViewState {
  const kept: ViewState = {};
  if (state.time !== undefined) kept.time = state.time;
  if (state.compare !== undefined) kept.compare = state.compare;
  if (state.filter !== undefined) kept.filter = state.filter;
  if (state.lens !== undefined) kept.lens = state.lens;
  return kept;
}

/** The conditions of a filter that stand side by side, each a chip. */
export function topLevel(filter: Filter | undefined): readonly Filter[] {
  if (filter === undefined) return [];
  return filter.op === "and" ? filter.filters : [filter];
}

/** Filters side by side as one; undefined when none is left. */
export function allOf(...filters: readonly (Filter | undefined)[]): Filter | undefined {
  const parts = filters.flatMap((filter) => topLevel(filter));
  if (parts.length === 0) return undefined;
  return parts.length === 1 ? parts[0] : { op: "and", filters: parts };
}

/** For links: keeps the window and the filter. */
export function carrySearch(before: object): Record<string, unknown> {
  return { ...carryOver(readViewState(before)) };
}

/** For links: keeps everything. */
export function keepSearch(before: object): Record<string, unknown> {
  return { ...readViewState(before) };
}
