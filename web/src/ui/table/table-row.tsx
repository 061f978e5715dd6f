import { Checkbox } from "@mantine/core";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { memo, type ReactNode } from "react";
import { formatCount } from "../format.ts";
import type { Column } from "./column.ts";
import type { Card, Tree } from "./table-props.ts";

type RowProps<Row> = {
  readonly row: Row | undefined;
  readonly index: number;
  readonly rowKey: string | undefined;
  readonly columns: readonly Column<Row>[];
  readonly top: number;
  readonly isCurrent: boolean;
  readonly isChosen: boolean;
  readonly isOpen: boolean;
  readonly hasBoxes: boolean;
  readonly tree: Tree<Row> | undefined;
  /** Folded out or not; undefined for a row that cannot be. */
  readonly isUnfolded: boolean | undefined;
  readonly card: Card<Row> | undefined;
  readonly isDraggable: boolean;
  readonly onMount: (element: HTMLTableRowElement | null, index: number) => void;
};

function TableRowView<Row>(props: RowProps<Row>) {
  const { row, index, columns, card, tree } = props;
  const tabIndex = props.isCurrent ? 0 : -1;
  return (
    <tr
      ref={(element) => props.onMount(element, index)}
      role="row"
      className="data-row"
      data-index={index}
      data-key={props.rowKey}
      aria-rowindex={index + 2}
      aria-selected={props.isChosen}
      aria-current={props.isOpen || undefined}
      aria-busy={row === undefined || undefined}
      {...(tree && row !== undefined
        ? { "aria-level": tree.level(row) + 1, "aria-expanded": props.isUnfolded }
        : {})}
      tabIndex={tabIndex}
      draggable={props.isDraggable || undefined}
      style={{ transform: `translateY(${props.top}px)` }}
    >
      {props.hasBoxes && (
        <td role="gridcell" className="data-cell data-cell-box">
          {row !== undefined && (
            <Checkbox
              size="xs"
              tabIndex={tabIndex}
              checked={props.isChosen}
              readOnly
              data-choose
              aria-label={`Choose row ${formatCount(index + 1)}`}
            />
          )}
        </td>
      )}
      {row === undefined || card !== undefined ? (
        <td role="gridcell" className="data-cell data-cell-card" aria-colspan={columns.length}>
          {row !== undefined && card?.render(row, { tabIndex })}
        </td>
      ) : (
        columns.map((column, place) => (
          <td
            role="gridcell"
            key={column.id}
            className={column.align === "end" ? "data-cell number" : "data-cell"}
          >
            {place === 0 && tree && <Fold level={tree.level(row)} isUnfolded={props.isUnfolded} />}
            {cellContent(column, row, tabIndex)}
          </td>
        ))
      )}
    </tr>
  );
}
/** Redrawn only when its row, its state or the columns change, so that scrolling draws new rows alone. */
export const TableRow = memo(TableRowView) as typeof TableRowView;

function cellContent<Row>(column: Column<Row>, row: Row, tabIndex: 0 | -1): ReactNode {
  if (column.render) return column.render(row, { tabIndex });
  const value = column.value(row);
  if (value === null) return <span className="muted">–</span>;
  if (typeof value === "number") return formatCount(value);
  return (
    <span className="ellipsis" title={value}>
      {value}
    </span>
  );
}

/** The step in and the sign of what lies below; the row itself says it to screen readers. */
function Fold(props: { readonly level: number; readonly isUnfolded: boolean | undefined }) {
  const Sign = props.isUnfolded ? IconChevronDown : IconChevronRight;
  return (
    <span className="data-fold" style={{ paddingLeft: props.level * 18 }}>
      <span className="data-fold-sign" data-fold={props.isUnfolded !== undefined || undefined} aria-hidden>
        {props.isUnfolded !== undefined && <Sign size={14} />}
      </span>
    </span>
  );
}
