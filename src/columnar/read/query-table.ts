// Answers a question for measures by dimensions: runs the statements that `query/` writes, the earlier stretch beside them
// when asked, and the whole where the rows don't add up to it.
import { compileQuery, type QueryOrder, type QuerySpec } from "../../query/compile-query.ts";
import { asConversationQuestion } from "../../query/conversation-question.ts";
import { findField } from "../../query/fields.ts";
import { findMeasure } from "../../query/measures.ts";
import {
  type AnswerRow,
  addsUp,
  type EngineRow,
  keyOf,
  mergeTables,
  pairWithPrevious,
  type ShapeSpec,
  sumRows,
} from "../../query/shape-answer.ts";
import { isTimeDimension } from "../../query/time-dimensions.ts";
import type { TimeGrain } from "../../query/time-range.ts";
import {
  bucketOf,
  chooseGrain,
  listBuckets,
  previousWindow,
  type TimeWindow,
} from "../../query/time-window.ts";
import type { Columnar } from "../columnar.ts";
import { execOptions, type ReadContext, readWindow, type Scope } from "./read-context.ts";

export type TableQuestion = Scope & {
  readonly measures: readonly string[];
  readonly dimensions: readonly string[];
  readonly grain?: TimeGrain | undefined;
  readonly compare?: "previous" | undefined;
  readonly order?: readonly QueryOrder[] | undefined;
  readonly limit: number;
};

export type TableAnswer = {
  readonly rows: readonly (AnswerRow & { readonly previous: AnswerRow["measures"] | null })[];
  readonly total: {
    readonly measures: AnswerRow["measures"];
    readonly previous: AnswerRow["measures"] | null;
  };
  readonly truncated: boolean;
  readonly withheld: number;
  readonly window: TimeWindow;
  readonly comparedWith: TimeWindow | undefined;
  readonly grain: TimeGrain | undefined;
  readonly buckets: readonly string[] | undefined;
  readonly partial: { readonly bucket: string; readonly until: number } | undefined;
};

/** Throws `REQUEST_INVALID` for what cannot be measured, grouped or filtered. */
export async function queryTable(
  columnar: Columnar,
  question: TableQuestion,
  context: ReadContext,
): Promise<TableAnswer> {
  const { calendar } = context;
  const { window, condition } = await readWindow(columnar, question.time, context);
  const grain = question.grain ?? chooseGrain(window);
  const byTime = question.dimensions.includes("time");
  const earlier =
    question.compare === undefined || condition === undefined
      ? undefined
      : previousWindow(condition, calendar, context.now);
  const spec: QuerySpec = {
    workspace: context.workspace,
    measures: question.measures,
    dimensions: question.dimensions,
    filter: question.filter,
    ...(condition === undefined ? {} : { window: condition }),
    grain,
    calendar,
    order: question.order ?? [],
    limit: question.limit,
    smallestGroup: context.smallestGroup,
    topics: context.topics,
  };
  const [present, past] = await Promise.all([
    readTable(columnar, spec, context),
    earlier === undefined
      ? undefined
      : readTable(columnar, { ...spec, window: earlier, limit: 100_000 }, context),
  ]);
  const shape = shapeOf(spec);
  const buckets = byTime ? listBuckets(window, grain, calendar) : undefined;
  const pastBuckets = byTime && earlier !== undefined ? listBuckets(earlier, grain, calendar) : [];
  const rows =
    past === undefined
      ? present.rows.map((row) => ({ ...row, previous: null }))
      : pairWithPrevious(present.rows, past.rows, shape, { current: buckets ?? [], previous: pastBuckets });
  const isRunning = context.now >= window.from && context.now < window.to;
  return {
    rows,
    total: { measures: present.total, previous: past?.total ?? null },
    truncated: present.truncated,
    withheld: present.withheld,
    window,
    comparedWith: earlier,
    grain: byTime ? grain : undefined,
    buckets,
    partial:
      byTime && isRunning
        ? { bucket: bucketOf(context.now, grain, calendar), until: context.now }
        : undefined,
  };
}

function shapeOf(spec: QuerySpec): ShapeSpec {
  return {
    dimensions: spec.dimensions,
    measures: spec.measures.map(findMeasure),
    grain: spec.grain,
    timeZone: spec.calendar.timeZone,
    smallestGroup: spec.smallestGroup,
  };
}

type Table = {
  readonly rows: readonly AnswerRow[];
  readonly total: AnswerRow["measures"];
  readonly truncated: boolean;
  readonly withheld: number;
};

/**
 * Small groups are judged over the whole window, so that a quiet day of a large group is no gap; time alone makes no group.
 */
async function readTable(columnar: Columnar, spec: QuerySpec, context: ReadContext): Promise<Table> {
  const shape = shapeOf(spec);
  const run = async (given: QuerySpec) =>
    Promise.all(
      compileQuery(given).map(async (statement) => ({
        statement,
        rows: await columnar.query<EngineRow>(statement.sql, execOptions(context)),
      })),
    );
  const groups = spec.dimensions.filter((id) => !isTimeDimension(id));
  const isByTime = groups.length < spec.dimensions.length;
  const mayWithhold = groups.length > 0 && spec.smallestGroup > 1;
  const cheaper = mayWithhold ? asConversationQuestion(spec, groups) : undefined;
  const asked = isByTime || cheaper !== undefined ? { ...spec, smallestGroup: 1 } : spec;
  const [tables, proven] = await Promise.all([
    run(asked),
    cheaper === undefined ? undefined : readGroups(run, cheaper),
  ]);
  const merged = mergeTables(tables, shapeOf(asked));
  let withheld = merged.withheld;
  let rows = merged.rows;
  const groupOf = ({ dimensions }: AnswerRow) => keyOf(dimensions, groups);
  if (mayWithhold && asked !== spec && !rows.every((row) => proven?.large.has(groupOf(row)))) {
    const { small } = await readGroups(run, { ...spec, dimensions: groups, order: [], limit: 100_000 });
    rows = rows.filter((row) => !small.has(groupOf(row)));
    withheld = small.size;
  }
  const truncated = rows.length > spec.limit;
  const kept = truncated ? rows.slice(0, spec.limit) : rows;
  const isOverlapping = spec.dimensions.some(
    (id) =>
      !isTimeDimension(id) && Object.values(findField(id).columns).some((column) => column.shape === "array"),
  );
  if (addsUp(shape.measures, isOverlapping) && !truncated && withheld === 0) {
    return { rows: kept, total: sumRows(kept, shape.measures), truncated, withheld };
  }
  const whole = { ...asked, dimensions: [], order: [] };
  const [total] = mergeTables(await run(whole), shapeOf(whole)).rows;
  return { rows: kept, total: total?.measures ?? sumRows([], shape.measures), truncated, withheld };
}

type Tables = Parameters<typeof mergeTables>[0];

type Groups = { readonly large: ReadonlySet<string>; readonly small: ReadonlySet<string> };

/** The keys of groups, time aside: small are those of which fewer customers speak than the smallest group asks for. */
async function readGroups(run: (spec: QuerySpec) => Promise<Tables>, spec: QuerySpec): Promise<Groups> {
  const tables = await run(spec);
  const keysOf = (smallestGroup: number) =>
    mergeTables(tables, shapeOf({ ...spec, smallestGroup })).rows.map((row) =>
      keyOf(row.dimensions, spec.dimensions),
    );
  const large = new Set(keysOf(spec.smallestGroup));
  return { large, small: new Set(keysOf(1).filter((key) => !large.has(key))) };
}
