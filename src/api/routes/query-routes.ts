// Measures by dimensions.
import { queryTable } from "../../columnar/read/query-table.ts";
import { windowValue } from "../../columnar/read/read-context.ts";
import { readWorkspaceSummary } from "../../columnar/read/workspace-summary.ts";
import { findField } from "../../query/fields.ts";
import { findMeasure } from "../../query/measures.ts";
import { listDimensions, listMeasures } from "../../query/model.ts";
import { isTimeDimension, TIME_DIMENSIONS } from "../../query/time-dimensions.ts";
import type { Handlers } from "../handler.ts";
import { resolveFilter } from "../read-scope.ts";
import type { ApiServices } from "../services.ts";

type Names = "getQueryModel" | "postQuery";

export function queryRoutes(services: ApiServices): Handlers<Names> {
  const { columnar, workspace } = services;
  return {
    async getQueryModel(_, scope) {
      const { attributes } = await readWorkspaceSummary(columnar, await scope.readContext());
      const names = [...new Set(attributes.map((attribute) => attribute.name))];
      return { dimensions: listDimensions(names), measures: listMeasures() };
    },
    async postQuery({ body }, scope) {
      const context = await scope.readContext();
      const { filter, words, topics } = await resolveFilter(services.records.db, workspace, body.filter);
      const answer = await queryTable(columnar, { ...body, filter }, context);
      const zone = context.calendar.timeZone;
      const { window, comparedWith, partial } = answer;
      return {
        columns: [
          ...body.dimensions.map((id) => describeDimension(id, topics)),
          ...body.measures.map(describeMeasure),
        ],
        rows: answer.rows,
        total: answer.total,
        truncated: answer.truncated,
        withheld: answer.withheld,
        window: windowValue(window, zone),
        comparedWith: comparedWith === undefined ? null : windowValue(comparedWith, zone),
        grain: answer.grain ?? null,
        buckets: answer.buckets ?? null,
        partial:
          partial === undefined
            ? null
            : { bucket: partial.bucket, until: new Date(partial.until).toISOString() },
        filterWords: words,
      };
    },
  };
}

function describeDimension(id: string, topics: ReadonlyMap<number, string>) {
  const shared = { id, role: "dimension" as const, unit: null };
  if (isTimeDimension(id)) {
    const time = TIME_DIMENSIONS.find((dimension) => dimension.id === id);
    const { label = id, type = "time" } = time ?? {};
    return { ...shared, label, type, grain: "conversation" as const, labels: null, overlapping: false };
  }
  const field = findField(id);
  const labels =
    field.type === "topic"
      ? { "0": "No topic", ...Object.fromEntries([...topics].map(([topic, name]) => [String(topic), name])) }
      : field.values === null
        ? null
        : Object.fromEntries(field.values.map(({ value, label }) => [value, label]));
  const overlapping = Object.values(field.columns).some((column) => column.shape === "array");
  return { ...shared, label: field.label, type: field.type, grain: field.grain, labels, overlapping };
}

function describeMeasure(id: string) {
  const { label, type, unit, grain } = findMeasure(id);
  return { id, role: "measure" as const, label, type, unit, grain, labels: null, overlapping: false };
}
