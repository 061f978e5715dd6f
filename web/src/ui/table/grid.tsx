import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type ClipboardEvent, type MouseEvent, useCallback, useMemo, useRef } from "react";
import { plural } from "../format.ts";
import { ColumnMenu } from "./column-menu.tsx";
import { HeaderRow } from "./header-row.tsx";
import { gridTemplate, isShown, leastWidth } from "./layout.ts";
import type { DataTableProps } from "./table-props.ts";
import { TableRow } from "./table-row.tsx";
import { useGridKeys } from "./use-grid-keys.ts";
import { useLayout } from "./use-layout.ts";
import { useRowDrag } from "./use-row-drag.ts";
import { useSelection } from "./use-selection.ts";

const HEAD = 36;
const BOX = 32;
const ROW = 40;

/** The rows and columns of a table that has some. `width` is that of the table, in pixels. */
export function Grid<Row>(props: DataTableProps<Row> & { readonly width: number }) {
  const { rows, columns, keyOf, tree, width } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(-1);
  const memory = useLayout(props.id);
  const card = props.card && width < props.card.below ? props.card : undefined;
  const rowHeight = card?.height ?? props.rowHeight ?? ROW;
  const head = card ? 0 : HEAD;
  const hasBoxes = props.chosenActions !== undefined;
  const shown = useMemo(
    () => columns.filter((column) => isShown(column, memory.layout, width)),
    [columns, memory.layout, width],
  );
  const virtualizer = useVirtualizer({
    count: rows.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => index,
    overscan: 8,
    scrollMargin: head,
    scrollPaddingStart: head,
    onChange: ({ range }) => range && rows.see?.(range.startIndex, range.endIndex),
  });
  const choosing = useSelection(rows, keyOf);
  const { selection } = choosing;

  /** A row that the keys went to takes the focus once it exists. */
  const onMount = useCallback((element: HTMLTableRowElement | null, index: number) => {
    if (element === null || wantsFocus.current !== index) return;
    wantsFocus.current = -1;
    element.focus({ preventScroll: true });
  }, []);
  function goTo(index: number): void {
    wantsFocus.current = index;
    // The first row is current before any key came: it is there already and will not be drawn anew.
    onMount(scroller.current?.querySelector(`tr[data-index="${index}"]`) ?? null, index);
    virtualizer.scrollToIndex(index, { align: "auto" });
    choosing.moveTo(index);
  }
  const onKeyDown = useGridKeys({ ...props, choosing, goTo, scroller, rowHeight });

  const dragging = useRowDrag(props, selection);

  function click(event: MouseEvent<HTMLElement>): void {
    const target = event.target as Element;
    const index = Number(target.closest<HTMLElement>("[data-index]")?.dataset["index"] ?? -1);
    const row = rows.at(index);
    if (row === undefined) return;
    if (target.closest("[data-choose]")) choosing.toggle(index);
    else if (tree && target.closest("[data-fold]")) tree.fold(row, !tree.isUnfolded(row));
    else if (target.closest("a, button, input, form")) choosing.moveTo(index);
    else if (event.shiftKey) void choosing.chooseTo(index);
    else if (event.ctrlKey || event.metaKey) choosing.toggle(index);
    else {
      choosing.moveTo(index);
      if (props.opensAtClick ?? true) props.onOpen?.(row);
    }
  }

  function copy(event: ClipboardEvent): void {
    if (window.getSelection()?.isCollapsed === false || event.target instanceof HTMLInputElement) return;
    const copied = choosing.copyText(shown);
    if (copied === undefined) return;
    event.clipboardData.setData("text/plain", copied.text);
    event.preventDefault();
    sayCopied(copied.count);
  }
  function copyByMenu(): void {
    const copied = choosing.copyText(shown);
    if (copied === undefined) notifications.show({ message: "Choose rows first: x, or a click with Ctrl." });
    else void navigator.clipboard.writeText(copied.text).then(() => sayCopied(copied.count));
  }

  const chosen = [...selection.chosen.values()].map(({ row }) => row);
  const tracks = `${hasBoxes ? `${BOX}px ` : ""}${card ? "minmax(0, 1fr)" : gridTemplate(shown, memory.layout)}`;
  const least = card ? 0 : leastWidth(shown, memory.layout) + (hasBoxes ? BOX : 0);
  return (
    <>
      <div
        ref={scroller}
        className="data-scroll"
        style={props.height === "fill" ? undefined : { maxHeight: props.height }}
      >
        <table
          role={tree ? "treegrid" : "grid"}
          className="data-grid"
          aria-label={props.label}
          aria-rowcount={rows.count + 1}
          aria-colcount={shown.length}
          aria-multiselectable
          data-opens={(props.onOpen !== undefined && props.opensAtClick !== false) || undefined}
          style={{ "--tracks": tracks, "--least": `${least}px`, "--row": `${rowHeight}px` } as object}
          onClick={click}
          onKeyDown={onKeyDown}
          onCopy={copy}
          {...dragging}
        >
          <thead role="rowgroup">
            <HeaderRow
              columns={shown}
              sort={props.sort}
              onSort={props.onSort}
              memory={memory}
              hasBoxes={hasBoxes}
              isHidden={card !== undefined}
            />
          </thead>
          <tbody role="rowgroup" style={{ height: virtualizer.getTotalSize(), minWidth: least }}>
            {virtualizer.getVirtualItems().map(({ index, start }) => {
              const row = rows.at(index);
              const key = row === undefined ? undefined : keyOf(row);
              return (
                <TableRow
                  key={index}
                  row={row}
                  rowKey={key}
                  index={index}
                  columns={shown}
                  top={start - head}
                  isCurrent={index === Math.max(0, selection.current)}
                  isChosen={key !== undefined && selection.chosen.has(key)}
                  isOpen={key !== undefined && key === props.openKey}
                  hasBoxes={hasBoxes}
                  tree={tree}
                  isUnfolded={row === undefined ? undefined : tree?.isUnfolded(row)}
                  card={card}
                  isDraggable={props.drag !== undefined}
                  onMount={onMount}
                />
              );
            })}
          </tbody>
        </table>
      </div>
      <ColumnMenu
        label={props.label}
        columns={columns}
        memory={memory}
        tableWidth={width}
        copyLabel={chosen.length === 0 ? "Copy the row" : `Copy ${plural(chosen.length, "row")}`}
        onCopy={copyByMenu}
      />
      {chosen.length > 0 && (
        <div className="data-chosen" role="status">
          <b className="number">{plural(chosen.length, "row")} chosen</b>
          {props.chosenActions?.(chosen, choosing.clear)}
          <Button variant="subtle" onClick={copyByMenu}>
            Copy
          </Button>
          <Button variant="subtle" onClick={choosing.clear}>
            Clear
          </Button>
        </div>
      )}
      {props.foot && <div className="data-foot small muted">{props.foot}</div>}
    </>
  );
}

function sayCopied(count: number): void {
  notifications.show({ message: `${plural(count, "row")} copied, to be pasted into a spreadsheet.` });
}
