import { Checkbox, NumberInput, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Condition } from "../../../../src/query/filter.ts";
import { formatCount } from "../../ui/format.ts";
import { conditionOf, type Dimension, type Option } from "./field-options.ts";

type EditorProps = {
  readonly dimension: Dimension;
  readonly onChange: (condition: Condition | undefined) => void;
};

const LISTED = 200;

/** Ticks values of a list that can be searched. */
export function ValueList(props: EditorProps & { readonly options: readonly Option[] }) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [text, setText] = useState("");
  const wanted = text.trim().toLowerCase();
  const found = props.options.filter(({ label }) => label.toLowerCase().includes(wanted));

  function toggle(value: string): void {
    const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
    setChosen(next);
    props.onChange(next.length === 0 ? undefined : conditionOf(props.dimension, next));
  }

  return (
    <>
      {props.options.length > 8 && (
        <TextInput
          size="xs"
          my={6}
          aria-label="Find a value"
          placeholder="Value"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      <div className="add-filter-list">
        {found.slice(0, LISTED).map((option) => (
          <div className="menu-item" key={option.value}>
            <Checkbox
              size="xs"
              label={option.label}
              checked={chosen.includes(option.value)}
              onChange={() => toggle(option.value)}
            />
            {option.count !== undefined && <span className="count">{formatCount(option.count)}</span>}
          </div>
        ))}
        {found.length === 0 && <p className="small muted">No value like this.</p>}
        {found.length > LISTED && (
          <p className="small muted">{formatCount(found.length - LISTED)} more: search for them.</p>
        )}
      </div>
    </>
  );
}

export function WordsEditor(props: EditorProps) {
  return (
    <TextInput
      size="xs"
      my={6}
      label="Has these words"
      onChange={(event) => {
        const text = event.currentTarget.value.trim();
        props.onChange(text === "" ? undefined : { op: "contains", field: props.dimension.id, text });
      }}
    />
  );
}

/** From (included) and to (not included), either of which may be left open. */
export function BoundsEditor(props: EditorProps) {
  const [from, setFrom] = useState<number>();
  const [to, setTo] = useState<number>();

  function change(nextFrom: number | undefined, nextTo: number | undefined): void {
    setFrom(nextFrom);
    setTo(nextTo);
    if (nextFrom === undefined && nextTo === undefined) {
      props.onChange(undefined);
      return;
    }
    props.onChange({
      op: "range",
      field: props.dimension.id,
      ...(nextFrom === undefined ? {} : { from: nextFrom }),
      ...(nextTo === undefined ? {} : { to: nextTo }),
    });
  }

  return (
    <div className="row">
      <NumberInput size="xs" label="From" hideControls onChange={(value) => change(toNumber(value), to)} />
      <NumberInput size="xs" label="Below" hideControls onChange={(value) => change(from, toNumber(value))} />
    </div>
  );
}

function toNumber(value: string | number): number | undefined {
  return value === "" || Number.isNaN(Number(value)) ? undefined : Number(value);
}
