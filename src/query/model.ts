// The semantic model as it is listed for people and pages: every dimension and measure.
import { FIELDS, type Field } from "./fields.ts";
import { MEASURES } from "./measures.ts";
import { TIME_DIMENSIONS } from "./time-dimensions.ts";

function isOverlapping(field: Field): boolean {
  return Object.values(field.columns).some((column) => column.shape === "array");
}

/** `attributes` are the names that the workspace's conversations have. */
export function listDimensions(attributes: readonly string[]) {
  const times = TIME_DIMENSIONS.map((dimension) => ({
    ...dimension,
    grain: "conversation" as const,
    values: null,
    canGroup: true,
    canFilter: false,
    overlapping: false,
  }));
  const offered = FIELDS.filter(({ isInternal }) => isInternal !== true);
  const fields = offered.map(({ columns: _columns, level: _level, isInternal: _internal, ...field }) => ({
    ...field,
    canFilter: true,
    overlapping: false,
  }));
  const overlapping = new Set(FIELDS.filter(isOverlapping).map((field) => field.id));
  return [
    ...times,
    ...fields.map((field) => ({ ...field, overlapping: overlapping.has(field.id) })),
    ...attributes.map((name) => ({
      id: `attribute.${name}`,
      label: name,
      description: `The attribute ${name} that the source gave`,
      grain: "conversation" as const,
      type: "text" as const,
      values: null,
      canGroup: true,
      canFilter: true,
      overlapping: false,
    })),
  ];
}

export function listMeasures() {
  return MEASURES.map(({ id, label, description, grain, type, unit }) => ({
    id,
    label,
    description,
    grain,
    type,
    unit,
  }));
}
