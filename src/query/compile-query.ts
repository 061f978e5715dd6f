// Turns a request for measures by dimensions into statements: one a table, since measures of different grains are counted
// on different tables. Columns are named by place: dimensions `d0, d1, …`, measures `m0, m1, …` with `m0_n` (how many rows a
// value rests on) and `m0_s` (their deviation), `group_size` (customers, counted no further than needed) when small groups
// are withheld.
import { AppError } from "../core/errors.ts";
import type { TopicTree } from "../core/topic-tree.ts";
import { compileFilter, TABLE_OF } from "./compile-filter.ts";
import { type Entity, type Field, findField, isFiner } from "./fields.ts";
import type { Filter } from "./filter.ts";
import { findMeasure, type Measure } from "./measures.ts";
import { smallestGroupSql } from "./smallest-group.ts";
import { empty, ident, join, type Sql, sql, typed } from "./sql.ts";
import { isTimeDimension, TIME_OF, timeDimensionSql } from "./time-dimensions.ts";
import type { TimeGrain } from "./time-range.ts";
import type { Calendar, TimeWindow } from "./time-window.ts";
import { topicAt, topicsAt } from "./topic-columns.ts";

export type QueryOrder = { readonly by: string; readonly direction: "asc" | "desc" };

export type QuerySpec = {
  readonly workspace: string;
  readonly measures: readonly string[];
  readonly dimensions: readonly string[];
  readonly filter: Filter;
  /** No condition on time when left out. */
  readonly window?: TimeWindow;
  readonly grain: TimeGrain;
  readonly calendar: Calendar;
  readonly order: readonly QueryOrder[];
  readonly limit: number;
  /** Adds `group_size` when more than 1. */
  readonly smallestGroup: number;
  /** Where each stored topic stands today. Left out: topics are grouped as they are stored. */
  readonly topics?: TopicTree;
};

export type QueryStatement = {
  readonly entity: Entity;
  /** Place of each of its measures in the request. */
  readonly measures: readonly { readonly place: number; readonly measure: Measure }[];
  readonly sql: Sql;
};

/** A version of a key never lies in two partitions (its day is part of the key), so that each is merged by itself. */
export const FINAL_SETTINGS = sql`SETTINGS do_not_merge_across_partitions_select_final = 1`;

/** One statement a table. Throws `REQUEST_INVALID` for what cannot be measured or grouped. */
export function compileQuery(spec: QuerySpec): readonly QueryStatement[] {
  const measures = spec.measures.map((id, place) => ({ place, measure: findMeasure(id) }));
  for (const { by } of spec.order) {
    if (!spec.measures.includes(by) && !spec.dimensions.includes(by)) {
      throw new AppError("REQUEST_INVALID", {
        problem: `order by ${by} needs it among measures or dimensions`,
      });
    }
  }
  const entities = [...new Set(measures.map(({ measure }) => measure.entity))];
  return entities.map((entity) => {
    const own = measures.filter(({ measure }) => measure.entity === entity);
    return { entity, measures: own, sql: compileTable(spec, entity, own, entities.length === 1) };
  });
}

function compileTable(
  spec: QuerySpec,
  entity: Entity,
  measures: QueryStatement["measures"],
  isOnly: boolean,
): Sql {
  const joined: Sql[] = [];
  const names = spec.dimensions.map((_, place) => ident(`d${place}`));
  const dimensions = spec.dimensions.map((id, place): Dimension => {
    const name = ident(`d${place}`);
    if (isTimeDimension(id)) {
      const time = timeDimensionSql(id, entity, spec.grain, spec.calendar);
      return { column: sql`${time} AS ${name}`, key: name };
    }
    const field = findField(id);
    const value = dimensionSql({ spec, entity, place, measures, joined }, field);
    const isOneOfSeveral = spec.dimensions.length > 1;
    const packed = isOneOfSeveral ? packedSql(field, entity, value) : undefined;
    if (packed === undefined) return { column: sql`${value} AS ${name}`, key: name };
    const key = ident(`k${place}`);
    return { column: sql`toString(${key}) AS ${name}`, key: sql`${packed} AS ${key}` };
  });
  const columns = [
    ...dimensions.map(({ column }) => column),
    ...measures.flatMap(({ place, measure }) => measureSql(measure, place)),
  ];
  // The whole is no cell of a breakdown.
  if (spec.smallestGroup > 1 && dimensions.length > 0)
    columns.push(smallestGroupSql(entity, spec.smallestGroup, joined));
  const keys = dimensions.map(({ key }) => key);
  const grouping = keys.length === 0 ? empty : sql` GROUP BY ${join(keys, ", ")}`;
  // The rows of several tables are brought together afterwards, so that none may be cut off before.
  const limit = names.length === 0 ? empty : sql` LIMIT ${isOnly ? spec.limit + 1 : 100_000}`;
  const order = names.length === 0 ? empty : orderSql(spec, measures, names);
  return sql`SELECT ${join(columns, ", ")} FROM ${ident(TABLE_OF[entity])} FINAL${joinSql(spec, joined)} WHERE ${whereSql(spec, entity)}${grouping}${order}${limit} ${FINAL_SETTINGS}`;
}

/** The rows of a table that a question is about: of the workspace, in the window, through the filter. */
export function whereSql(spec: Pick<QuerySpec, "workspace" | "filter" | "window">, entity: Entity): Sql {
  const { workspace, window, filter } = spec;
  const parts = [sql`workspace = ${workspace}`];
  const days = window === undefined ? undefined : daysSql(window, entity, workspace);
  if (window !== undefined && days !== undefined) {
    const at = TIME_OF[entity];
    parts.push(days, sql`${at} >= ${new Date(window.from)}`, sql`${at} < ${new Date(window.to)}`);
  }
  if (filter.op !== "and" || filter.filters.length > 0) {
    parts.push(compileFilter(filter, { workspace, entity, ...(days === undefined ? {} : { days }) }));
  }
  return join(parts, " AND ");
}

const utcDay = (instant: number): Sql => typed(new Date(instant).toISOString().slice(0, 10), "Date");

/**
 * The partitions to read. All rows of a conversation lie under the day (in UTC) on which it started; a message in the window
 * may belong to one that started before, but not before the first that had not ended by then.
 */
function daysSql(window: TimeWindow, entity: Entity, workspace: string): Sql {
  const last = sql`day <= ${utcDay(window.to)}`;
  if (entity === "conversation") return sql`day >= ${utcDay(window.from)} AND ${last}`;
  const first = sql`SELECT min(day) FROM ${ident("conversations")} WHERE workspace = ${workspace} AND ${last} AND ended_at >= ${new Date(window.from)}`;
  return sql`day >= (${first}) AND ${last}`;
}

type Place = {
  readonly spec: QuerySpec;
  readonly entity: Entity;
  readonly place: number;
  readonly measures: QueryStatement["measures"];
  readonly joined: Sql[];
};

function dimensionSql({ spec, entity, place, measures, joined }: Place, field: Field): Sql {
  if (!field.canGroup) {
    throw new AppError("REQUEST_INVALID", {
      problem: `${field.id} is no dimension; it can only be filtered by`,
    });
  }
  const column = field.columns[entity];
  if (column?.shape === "array") {
    const all = topicsAt(field.level, column.sql, spec.topics);
    const none = field.type === "topic" ? sql`[toUInt32(0)]` : sql`['']`;
    return sql`arrayJoin(if(empty(${all}), ${none}, ${all}))`;
  }
  const level = field.level;
  if (column !== undefined) return level === undefined ? column.sql : topicAt(level, column.sql, spec.topics);
  const own = field.columns.conversation;
  if (isFiner(field.grain, entity) || own === undefined) {
    const what = measures.map(({ measure }) => measure.id).join(", ");
    throw new AppError("REQUEST_INVALID", {
      problem: `${what} cannot be broken down by ${field.id}, which belongs to the ${field.grain}; take a measure of that grain`,
    });
  }
  const name = ident(`c${place}`);
  joined.push(sql`${own.sql} AS ${name}`);
  return level === undefined ? name : topicAt(level, name, spec.topics);
}

/** What is selected for a dimension, and what rows are grouped by. */
type Dimension = { readonly column: Sql; readonly key: Sql };

/**
 * A text that takes few known values, as bytes of one width: with such keys the engine packs the key of a group into a number, which
 * takes half the time of writing each row's key out. Undefined where the values are open or the text is an array's.
 */
function packedSql(field: Field, entity: Entity, value: Sql): Sql | undefined {
  if (field.type !== "text" || field.values === null || field.columns[entity]?.shape === "array") return;
  const width = Math.max(...field.values.map((known) => Buffer.byteLength(known.value)));
  return sql`CAST(${value}, ${`FixedString(${width})`})`;
}

function joinSql(spec: QuerySpec, joined: readonly Sql[]): Sql {
  if (joined.length === 0) return empty;
  const until = spec.window === undefined ? empty : sql` AND day <= ${utcDay(spec.window.to)}`;
  return sql` ANY LEFT JOIN (SELECT conversation_id, ${join(joined, ", ")} FROM ${ident("conversations")} FINAL WHERE workspace = ${spec.workspace}${until}) AS ${ident("of_conversation")} USING (conversation_id)`;
}

function measureSql(measure: Measure, place: number): Sql[] {
  const value = ident(`m${place}`);
  const n = ident(`m${place}_n`);
  if (measure.type === "count") return [sql`${measure.count} AS ${value}`];
  const count = sql`countIf(${measure.of}) AS ${n}`;
  switch (measure.type) {
    case "share":
      return [sql`countIf(${measure.of} AND ${measure.hit}) / countIf(${measure.of}) AS ${value}`, count];
    case "mean": {
      const deviation = ident(`m${place}_s`);
      return [
        sql`avgIf(${measure.value}, ${measure.of}) AS ${value}`,
        count,
        sql`stddevSampIf(${measure.value}, ${measure.of}) AS ${deviation}`,
      ];
    }
    case "median":
      return [sql`quantileExactIf(0.5)(${measure.value}, ${measure.of}) AS ${value}`, count];
  }
}

function orderSql(spec: QuerySpec, measures: QueryStatement["measures"], names: readonly Sql[]): Sql {
  const places = new Set(measures.map(({ place }) => place));
  const keys = effectiveOrder(spec).flatMap(({ by, direction }) => {
    const measure = spec.measures.indexOf(by);
    const column = measure === -1 ? names[spec.dimensions.indexOf(by)] : ident(`m${measure}`);
    if (column === undefined || (measure !== -1 && !places.has(measure))) return [];
    return [direction === "asc" ? sql`${column} ASC` : sql`${column} DESC`];
  });
  return sql` ORDER BY ${join([...keys, ...names], ", ")}`;
}

/** As asked; else time rising, or the first measure falling. */
export function effectiveOrder(
  spec: Pick<QuerySpec, "order" | "dimensions" | "measures">,
): readonly QueryOrder[] {
  if (spec.order.length > 0) return spec.order;
  const time = spec.dimensions.find(isTimeDimension);
  return [{ by: time ?? spec.measures[0] ?? "", direction: time === undefined ? "desc" : "asc" }];
}
