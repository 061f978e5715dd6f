// Dragging rows onto another row. What may go where is the page's to say; the row that would take them is marked meanwhile.
import { type DragEvent, useRef } from "react";
import { chosenRows, type Selection } from "./selection.ts";
import type { DataTableProps } from "./table-props.ts";

type Handlers = {
  readonly onDragStart?: (event: DragEvent) => void;
  readonly onDragOver?: (event: DragEvent) => void;
  readonly onDrop?: (event: DragEvent) => void;
  readonly onDragEnd?: () => void;
};

export function useRowDrag<Row>(
  { drag, rows, keyOf }: Pick<DataTableProps<Row>, "drag" | "rows" | "keyOf">,
  selection: Selection<Row>,
): Handlers {
  const dragged = useRef<readonly Row[]>([]);
  const marked = useRef<HTMLElement | null>(null);
  if (drag === undefined) return {};

  function mark(element: HTMLElement | null): void {
    if (marked.current === element) return;
    marked.current?.removeAttribute("data-drop");
    element?.setAttribute("data-drop", "");
    marked.current = element;
  }
  function target(event: DragEvent): { readonly element: HTMLElement; readonly row: Row } | undefined {
    const element = (event.target as Element).closest<HTMLElement>("[data-index]");
    const row = rows.at(Number(element?.dataset["index"] ?? -1));
    return element === null || row === undefined ? undefined : { element, row };
  }
  function end(): void {
    mark(null);
    dragged.current = [];
  }

  return {
    onDragStart(event) {
      const row = target(event)?.row;
      if (row === undefined) return;
      dragged.current = selection.chosen.has(keyOf(row)) ? chosenRows(selection) : [row];
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", dragged.current.map(keyOf).join("\n"));
    },
    onDragOver(event) {
      const onto = target(event);
      const canDrop =
        onto !== undefined && dragged.current.length > 0 && drag.canDrop(dragged.current, onto.row);
      mark(canDrop ? onto.element : null);
      if (canDrop) event.preventDefault();
    },
    onDrop(event) {
      const onto = target(event);
      const moved = dragged.current;
      if (onto && moved.length > 0 && drag.canDrop(moved, onto.row)) {
        event.preventDefault();
        drag.drop(moved, onto.row);
      }
      end();
    },
    onDragEnd: end,
  };
}
