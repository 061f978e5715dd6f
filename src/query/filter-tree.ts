// Pure operations on filter trees.
import type { Filter } from "./filter.ts";

/** Both must hold. Leaves out what lets everything through. */
export function both(one: Filter | undefined, other: Filter | undefined): Filter {
  const filters = [one, other].flatMap((filter) =>
    filter === undefined ? [] : filter.op === "and" ? filter.filters : [filter],
  );
  return { op: "and", filters };
}

/** The ids of all audiences in a filter. */
export function findAudiences(filter: Filter): readonly string[] {
  if (filter.op === "audience") return [filter.id];
  if (filter.op === "not") return findAudiences(filter.filter);
  return filter.op === "and" || filter.op === "or" ? filter.filters.flatMap(findAudiences) : [];
}

/** Puts the saved filters in the place of their ids. Ids that `saved` lacks stay, and fail when compiled. */
export function expandAudiences(filter: Filter, saved: ReadonlyMap<string, Filter>): Filter {
  if (filter.op === "audience") return saved.get(filter.id) ?? filter;
  if (filter.op === "not") return { op: "not", filter: expandAudiences(filter.filter, saved) };
  if (filter.op !== "and" && filter.op !== "or") return filter;
  return { op: filter.op, filters: filter.filters.map((part) => expandAudiences(part, saved)) };
}
