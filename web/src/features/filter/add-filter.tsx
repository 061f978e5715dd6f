// Adds a filter: first which field, then which of its values.
import { Button, Popover, TextInput } from "@mantine/core";
import { IconFilterPlus } from "@tabler/icons-react";
import { useState } from "react";
import type { Filter } from "../../../../src/query/filter.ts";
import { useModel } from "../../api/hooks.ts";
import { useView } from "../../app/use-view.ts";
import { allOf } from "../../app/view-state.ts";
import { EditCondition } from "./edit-condition.tsx";
import type { Dimension } from "./field-options.ts";

export function AddFilter() {
  const [isOpen, setOpen] = useState(false);
  const [field, setField] = useState<Dimension>();
  const { state, set } = useView();

  function close(): void {
    setOpen(false);
    setField(undefined);
  }
  function apply(filter: Filter, replaces: Filter | undefined): void {
    const kept = (state.filter?.op === "and" ? state.filter.filters : [state.filter]).filter(
      (part) => part !== replaces,
    );
    set({ filter: allOf(...kept, filter) });
    close();
  }

  return (
    <Popover
      opened={isOpen}
      onChange={(open) => (open ? setOpen(true) : close())}
      position="bottom-start"
      trapFocus
      withinPortal
    >
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          c="var(--muted)"
          leftSection={<IconFilterPlus size={14} />}
          onClick={() => (isOpen ? close() : setOpen(true))}
          data-key="filter"
        >
          Filter
        </Button>
      </Popover.Target>
      <Popover.Dropdown className="add-filter">
        {field === undefined ? (
          <ChooseField onChoose={setField} />
        ) : (
          <EditCondition dimension={field} onApply={apply} onBack={() => setField(undefined)} />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

function ChooseField(props: { readonly onChoose: (dimension: Dimension) => void }) {
  const [text, setText] = useState("");
  const { data, isPending } = useModel();
  const wanted = text.trim().toLowerCase();
  const fields = data?.dimensions.filter(
    ({ canFilter, id, label }) =>
      canFilter && id !== "conversation" && id !== "time" && label.toLowerCase().includes(wanted),
  );
  return (
    <>
      <TextInput
        size="xs"
        mb={6}
        aria-label="Find a field"
        placeholder="Field"
        data-autofocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          const first = fields?.[0];
          if (event.key === "Enter" && first) props.onChoose(first);
        }}
      />
      <div className="add-filter-list">
        {isPending && <p className="small muted">Loading the fields…</p>}
        {fields?.length === 0 && <p className="small muted">No field is called that.</p>}
        {fields?.map((dimension) => (
          <button
            type="button"
            key={dimension.id}
            className="menu-item"
            title={dimension.description}
            onClick={() => props.onChoose(dimension)}
          >
            {dimension.label}
            {dimension.id.startsWith("attribute.") && <span className="count">attribute</span>}
          </button>
        ))}
      </div>
    </>
  );
}
