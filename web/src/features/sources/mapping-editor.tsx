import { Checkbox, Select } from "@mantine/core";
import { useState } from "react";
import type { ImportPreview, MappingValue } from "../../../../src/contract/imports.ts";
import {
  attributesOf,
  columnOf,
  MAPPING_FIELDS,
  SHAPES,
  unusedColumns,
  withAttribute,
  withColumn,
} from "./mapping-fields.ts";

const FIRST_FIELDS = 8;

/** Which column is what, as guessed and to be corrected. Each change shows its effect in the preview beside it. */
export function MappingEditor(props: {
  readonly preview: ImportPreview;
  readonly mapping: MappingValue;
  readonly onChange: (mapping: MappingValue) => void;
}) {
  const { preview, mapping, onChange } = props;
  const [isAll, setAll] = useState(false);
  const names = preview.columns.map(({ name }) => name);
  const shown = MAPPING_FIELDS.filter(
    ({ id }, index) => isAll || index < FIRST_FIELDS || columnOf(mapping, id) !== "",
  );
  return (
    <div className="mapping">
      <Select
        size="xs"
        label="Shape"
        data={[...SHAPES]}
        value={String(mapping["shape"] ?? "")}
        allowDeselect={false}
        onChange={(shape) => shape !== null && onChange({ ...mapping, shape })}
      />
      {mapping["shape"] === "turns-in-conversation" && (
        <ColumnSelect
          label="List of turns"
          hint="The column that holds the turns of a conversation"
          names={names}
          value={String(mapping["turns"] ?? "")}
          onChange={(turns) => onChange({ ...mapping, turns })}
        />
      )}
      {shown.map((field) => (
        <ColumnSelect
          key={field.id}
          label={field.label}
          hint={examplesOf(preview, columnOf(mapping, field.id)) || field.hint}
          names={names}
          value={columnOf(mapping, field.id)}
          isNeeded={field.isNeeded ?? false}
          onChange={(column) => onChange(withColumn(mapping, field.id, column))}
        />
      ))}
      {!isAll && (
        <button type="button" className="opens small" onClick={() => setAll(true)}>
          Show all fields
        </button>
      )}
      <AttributeChoice mapping={mapping} names={names} onChange={onChange} />
    </div>
  );
}

function examplesOf(preview: ImportPreview, column: string): string {
  const examples = preview.columns.find(({ name }) => name === column)?.examples ?? [];
  return examples.length === 0 ? "" : `such as ${examples.slice(0, 2).join(", ").slice(0, 80)}`;
}

function ColumnSelect(props: {
  readonly label: string;
  readonly hint: string;
  readonly names: readonly string[];
  readonly value: string;
  readonly isNeeded?: boolean;
  readonly onChange: (column: string) => void;
}) {
  const names =
    props.value === "" || props.names.includes(props.value) ? props.names : [props.value, ...props.names];
  return (
    <Select
      size="xs"
      label={props.label}
      description={props.hint}
      placeholder="Not in this file"
      searchable
      clearable={!props.isNeeded}
      clearButtonProps={{ "aria-label": `Take ${props.label} out` }}
      data={[...names]}
      value={props.value === "" ? null : props.value}
      onChange={(column) => props.onChange(column ?? "")}
    />
  );
}

function AttributeChoice(props: {
  readonly mapping: MappingValue;
  readonly names: readonly string[];
  readonly onChange: (mapping: MappingValue) => void;
}) {
  const { mapping } = props;
  const kept = attributesOf(mapping).map(({ column }) => column);
  const columns = [...kept, ...unusedColumns(mapping, props.names)];
  if (columns.length === 0) return null;
  return (
    <fieldset className="mapping-attributes">
      <legend className="small muted">Keep as attributes; the others are left out</legend>
      {columns.map((column) => (
        <Checkbox
          key={column}
          size="xs"
          label={column}
          checked={kept.includes(column)}
          onChange={(event) => props.onChange(withAttribute(mapping, column, event.currentTarget.checked))}
        />
      ))}
    </fieldset>
  );
}
