import { formatCount } from "../ui/format.ts";
import type { Cell, ChartTable, OpenCell } from "./chart-table.ts";

/** The numbers of a chart as a table that can be read, scrolled and copied, and whose numbers open as the marks do. */
export function ChartTableView(props: {
  readonly caption: string;
  readonly table: ChartTable;
  readonly onOpen?: OpenCell | undefined;
}) {
  const { columns, rows } = props.table;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="table-scroll chart-table" tabIndex={0} aria-label={`${props.caption}, as a table`}>
      <table className="plain">
        <caption className="visually-hidden">{props.caption}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={column} scope="col" className={index === 0 ? undefined : "number"}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, rowIndex) => (
            <tr key={String(row[0])}>
              {row.map((cell, index) => (
                <td key={columns[index]} className={index === 0 ? undefined : "number"}>
                  {props.onOpen && isCount(cell) && index > 0 && index <= props.onOpen.columns ? (
                    <button
                      type="button"
                      className="opens"
                      onClick={() => props.onOpen?.open(rowIndex, index)}
                    >
                      {cellWords(cell)}
                    </button>
                  ) : (
                    cellWords(cell)
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function isCount(cell: Cell): boolean {
  return typeof cell === "number" && cell !== 0;
}

function cellWords(cell: Cell): string {
  if (cell === null) return "–";
  if (typeof cell === "string") return cell;
  return Number.isInteger(cell) ? formatCount(cell) : String(cell);
}
