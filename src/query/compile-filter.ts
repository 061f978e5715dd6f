// Turns a filter tree into a condition on one table. Decides how a condition reaches an entity of another grain: finer
// means "has at least one" (the roll-up's arrays where there are any, a semi-join where not), coarser means the
// conversation or message it belongs to. Audiences must have been put in place before.
import { AppError } from "../core/errors.ts";
import { attributeName, type Entity, type Field, findField, isFiner } from "./fields.ts";
import type { Condition, Filter, FilterValue } from "./filter.ts";
import { empty, ident, join, type Sql, sql, typed } from "./sql.ts";

export const TABLE_OF: Readonly<Record<Entity, string>> = {
  conversation: "conversations",
  message: "messages",
  utterance: "utterances",
};

/** Where the filter is used. `days` bounds the partitions that a reach to another table has to read. */
export type FilterScope = {
  readonly workspace: string;
  readonly entity: Entity;
  /** Condition on `day` that every row of the window's conversations meets on any table. */
  readonly days?: Sql;
};

/** The condition; `1` when everything passes. Throws `REQUEST_INVALID` for unknown fields and values that don't fit. */
export function compileFilter(filter: Filter, scope: FilterScope): Sql {
  switch (filter.op) {
    case "and":
      return filter.filters.length === 0 ? sql`1` : group(filter.filters, scope, " AND ");
    case "or":
      return group(filter.filters, scope, " OR ");
    case "not":
      return sql`NOT (${compileFilter(filter.filter, scope)})`;
    case "same":
      return compileSame(filter.filters, scope);
    case "audience":
      throw new AppError("REQUEST_INVALID", { problem: `there is no audience ${filter.id}` });
    default:
      return compileCondition(filter, scope);
  }
}

function group(filters: readonly Filter[], scope: FilterScope, separator: " AND " | " OR "): Sql {
  const parts = filters.map((filter) => compileFilter(filter, scope));
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : sql`(${join(parts, separator)})`;
}

function compileSame(conditions: readonly Condition[], scope: FilterScope): Sql {
  const inner = conditions.map((condition) => compileCondition(condition, { ...scope, entity: "utterance" }));
  return scope.entity === "utterance"
    ? sql`(${join(inner, " AND ")})`
    : reach(join(inner, " AND "), "utterance", scope);
}

function compileCondition(condition: Condition, scope: FilterScope): Sql {
  const field = findField(condition.field);
  if (field.columns[scope.entity] !== undefined) return predicate(condition, field, scope.entity);
  return reach(predicate(condition, field, field.grain), field.grain, scope);
}

/** Entities of the scope that have, or lie in, an entity of another grain which meets the condition. */
function reach(condition: Sql, from: Entity, scope: FilterScope): Sql {
  const coarser = isFiner(from, scope.entity) ? scope.entity : from;
  const key = coarser === "message" ? sql`message_id` : sql`conversation_id`;
  const days = scope.days === undefined ? empty : sql` AND ${scope.days}`;
  return sql`${key} IN (SELECT ${key} FROM ${ident(TABLE_OF[from])} FINAL WHERE workspace = ${scope.workspace}${days} AND ${condition})`;
}

function predicate(condition: Condition, field: Field, entity: Entity): Sql {
  const attribute = attributeName(field.id);
  if (attribute !== undefined) return attributePredicate(condition, attribute);
  const column = field.columns[entity];
  if (column === undefined) throw misfit(field, "cannot be filtered here");
  if (condition.op === "contains") {
    if (field.type !== "text") throw misfit(field, "has no words to look for");
    return sql`positionCaseInsensitiveUTF8(${column.sql}, ${condition.text}) > 0`;
  }
  if (condition.op === "exists") {
    if (column.shape === "array") return sql`notEmpty(${column.sql})`;
    if (field.type === "topic") return sql`${column.sql} != 0`;
    return field.type === "text" ? sql`${column.sql} != ''` : sql`1`;
  }
  if (condition.op === "range") {
    if (field.type !== "number") throw misfit(field, "is not a number, so it has no range");
    return range(column.sql, condition, (value) => typed(asNumber(value, field), "Float64"));
  }
  const values = typedValues(condition.values, field);
  if (column.shape === "array") return sql`hasAny(${column.sql}, ${values})`;
  return sql`${column.sql} IN ${values}`;
}

function typedValues(values: readonly FilterValue[], field: Field): Sql {
  if (field.type === "topic") {
    return typed(
      values.map((value) => asNumber(value, field)),
      "Array(UInt32)",
    );
  }
  if (field.type === "number") {
    return typed(
      values.map((value) => asNumber(value, field)),
      "Array(Float64)",
    );
  }
  if (field.type === "boolean") {
    return typed(
      values.map((value) => value === true || value === "true"),
      "Array(Bool)",
    );
  }
  return typed(values.map(String), "Array(String)");
}

function asNumber(value: FilterValue, field: Field): number {
  const number = typeof value === "boolean" ? Number.NaN : Number(value);
  const fits = field.type === "topic" ? Number.isInteger(number) && number >= 0 : Number.isFinite(number);
  if (!fits) throw misfit(field, "takes numbers");
  return number;
}

function misfit(field: Field, problem: string): AppError {
  return new AppError("REQUEST_INVALID", { problem: `the field ${field.id} ${problem}` });
}

type Range = Extract<Condition, { op: "range" }>;

function range(column: Sql, condition: Range, bind: (value: FilterValue) => Sql): Sql {
  const parts: Sql[] = [];
  if (condition.from !== undefined) parts.push(sql`${column} >= ${bind(condition.from)}`);
  if (condition.to !== undefined) parts.push(sql`${column} < ${bind(condition.to)}`);
  return parts.length === 0 ? sql`1` : join(parts, " AND ");
}

/** Attributes lie in one map a kind; the kind follows from the value asked for. */
function attributePredicate(condition: Condition, name: string): Sql {
  if (condition.op === "exists") {
    return sql`(mapContains(attributes_text, ${name}) OR mapContains(attributes_number, ${name}) OR mapContains(attributes_boolean, ${name}) OR mapContains(attributes_time, ${name}))`;
  }
  if (condition.op === "contains") {
    return sql`positionCaseInsensitiveUTF8(attributes_text[${name}], ${condition.text}) > 0`;
  }
  if (condition.op === "range") return attributeRange(condition, name);
  const texts = condition.values.filter((value) => typeof value === "string");
  const numbers = condition.values.filter((value) => typeof value === "number");
  const flags = condition.values.filter((value) => typeof value === "boolean");
  const parts: Sql[] = [];
  if (texts.length > 0) parts.push(inMap(sql`attributes_text`, name, typed(texts, "Array(String)")));
  if (numbers.length > 0) parts.push(inMap(sql`attributes_number`, name, typed(numbers, "Array(Float64)")));
  if (flags.length > 0) parts.push(inMap(sql`attributes_boolean`, name, typed(flags, "Array(Bool)")));
  return sql`(${join(parts, " OR ")})`;
}

function inMap(map: Sql, name: string, values: Sql): Sql {
  return sql`(mapContains(${map}, ${name}) AND ${map}[${name}] IN ${values})`;
}

function attributeRange(condition: Range, name: string): Sql {
  const example = condition.from ?? condition.to;
  const isTime = typeof example === "string";
  const map = isTime ? sql`attributes_time` : sql`attributes_number`;
  const bind = (value: FilterValue): Sql => {
    if (!isTime && typeof value === "number") return typed(value, "Float64");
    const time = new Date(String(value));
    if (!isTime || Number.isNaN(time.getTime())) {
      throw new AppError("REQUEST_INVALID", { problem: `attribute.${name} needs two numbers or two times` });
    }
    return sql`${time}`;
  };
  return sql`(mapContains(${map}, ${name}) AND ${range(sql`${map}[${name}]`, condition, bind)})`;
}
