// The one filter bar above every page of numbers: time, filters as chips, search, and what they let through together.
import { Button, Modal } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconAdjustmentsHorizontal } from "@tabler/icons-react";
import { useState } from "react";
import { useView } from "../../app/use-view.ts";
import { topLevel } from "../../app/view-state.ts";
import { AddFilter } from "./add-filter.tsx";
import { AudienceMenu } from "./audience-menu.tsx";
import { FilterChips } from "./filter-chips.tsx";
import { PassCount } from "./pass-count.tsx";
import { SearchBox } from "./search-box.tsx";
import { TimePicker } from "./time-picker.tsx";
import "./filter-bar.css";

export function FilterBar() {
  const isNarrow = useMediaQuery("(max-width: 700px)", window.innerWidth <= 700, {
    getInitialValueInEffect: false,
  });
  return (
    <search className="filter-bar" aria-label="Filter">
      {isNarrow ? <FoldedBar /> : <Controls />}
    </search>
  );
}

function Controls() {
  return (
    <>
      <SearchBox />
      <TimePicker />
      <FilterChips />
      <AddFilter />
      <AudienceMenu />
      <PassCount />
    </>
  );
}

function FoldedBar() {
  const [isOpen, setOpen] = useState(false);
  const { state } = useView();
  const count = topLevel(state.filter).length + (state.search ? 1 : 0) + (state.time ? 1 : 0);
  return (
    <>
      <Button
        variant="default"
        size="sm"
        leftSection={<IconAdjustmentsHorizontal size={16} />}
        onClick={() => setOpen(true)}
        aria-haspopup="dialog"
      >
        {count === 0 ? "Filter" : `Filter · ${count}`}
      </Button>
      <PassCount />
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title="Filter"
        fullScreen
        closeButtonProps={{ "aria-label": "Close" }}
      >
        <div className="filter-folded">
          <Controls />
          <Button size="md" onClick={() => setOpen(false)}>
            Show
          </Button>
        </div>
      </Modal>
    </>
  );
}
