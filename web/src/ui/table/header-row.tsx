import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { type PointerEvent, useRef } from "react";
import type { Column, Sort } from "./column.ts";
import { NARROWEST, withOwnWidth, withWidth } from "./layout.ts";
import { nextSort } from "./sort-rows.ts";
import type { LayoutMemory } from "./use-layout.ts";

const KEY_STEP = 16;

/** The names of the columns: a click sorts, the edge at the end of each changes its width. */
export function HeaderRow<Row>(props: {
  readonly columns: readonly Column<Row>[];
  readonly sort: Sort | undefined;
  readonly onSort: ((sort: Sort) => void) | undefined;
  readonly memory: LayoutMemory;
  readonly hasBoxes: boolean;
  readonly isHidden: boolean;
}) {
  const { sort, onSort } = props;
  return (
    <tr role="row" aria-rowindex={1} className={props.isHidden ? "visually-hidden" : "data-head-row"}>
      {props.hasBoxes && (
        <th role="columnheader" scope="col" className="data-head-cell">
          <span className="visually-hidden">Chosen</span>
        </th>
      )}
      {props.columns.map((column) => {
        const isSorted = sort?.by === column.id;
        const direction = sort?.direction === "asc" ? "ascending" : "descending";
        return (
          <th
            role="columnheader"
            scope="col"
            key={column.id}
            className={column.align === "end" ? "data-head-cell number" : "data-head-cell"}
            title={column.hint}
            aria-sort={column.sort && onSort ? (isSorted ? direction : "none") : undefined}
          >
            {column.sort && onSort && !props.isHidden ? (
              <button type="button" className="data-sort" onClick={() => onSort(nextSort(column, sort))}>
                <span className="ellipsis">{column.label}</span>
                {isSorted && <SortSign direction={sort.direction} />}
              </button>
            ) : (
              <span className="ellipsis">{column.label}</span>
            )}
            {!props.isHidden && <ResizeEdge column={column} memory={props.memory} />}
          </th>
        );
      })}
    </tr>
  );
}

function SortSign(props: { readonly direction: "asc" | "desc" }) {
  const Sign = props.direction === "asc" ? IconArrowUp : IconArrowDown;
  return <Sign size={12} aria-hidden />;
}

function ResizeEdge<Row>(props: { readonly column: Column<Row>; readonly memory: LayoutMemory }) {
  const { column, memory } = props;
  const start = useRef({ x: 0, width: 0 });
  const widthOf = (edge: HTMLElement) => edge.parentElement?.getBoundingClientRect().width ?? column.width;
  const set = (width: number) => memory.set(withWidth(memory.layout, column.id, width));

  function drag(event: PointerEvent<HTMLElement>): void {
    if (event.currentTarget.hasPointerCapture(event.pointerId))
      set(start.current.width + event.clientX - start.current.x);
  }
  return (
    <div
      role="separator"
      className="data-edge"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={`Width of ${column.label}`}
      aria-valuenow={memory.layout.widths[column.id] ?? column.width}
      aria-valuemin={NARROWEST}
      title="Drag to resize, double-click for its own width"
      onDoubleClick={() => memory.set(withOwnWidth(memory.layout, column.id))}
      onPointerDown={(event) => {
        start.current = { x: event.clientX, width: widthOf(event.currentTarget) };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={drag}
      onKeyDown={(event) => {
        if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
        event.preventDefault();
        event.stopPropagation();
        set(widthOf(event.currentTarget) + (event.key === "ArrowLeft" ? -KEY_STEP : KEY_STEP));
      }}
    />
  );
}
