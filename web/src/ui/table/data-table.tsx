// The one table of the workbench: rows of any number of which only those in sight exist, columns that sort, resize, hide and
// are remembered, keys that walk, choose and open, and copies that a spreadsheet takes. What it shows is its page's business.
import { Skeleton } from "@mantine/core";
import { ErrorState } from "../error-state.tsx";
import { Grid } from "./grid.tsx";
import { useWidth } from "./use-width.ts";
import "./table.css";
import type { DataTableProps } from "./table-props.ts";

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { width, ref } = useWidth();
  const { status, rows } = props;
  return (
    <div
      ref={ref}
      className={status?.isPlaceholderData ? "data-table stale" : "data-table"}
      data-fill={props.height === "fill" || undefined}
      data-card={(props.card && width < props.card.below) || undefined}
    >
      {status?.isPending ? (
        <TableSkeleton label={props.label} />
      ) : status?.error ? (
        <ErrorState error={status.error} onRetry={() => void status.refetch()} />
      ) : rows.count === 0 ? (
        props.empty
      ) : (
        width > 0 && <Grid {...props} width={width} />
      )}
    </div>
  );
}

function TableSkeleton(props: { readonly label: string }) {
  return (
    <div className="data-skeleton" role="status" aria-label={`Loading ${props.label}`}>
      {Array.from({ length: 6 }, (_, index) => index).map((index) => (
        <Skeleton key={index} height={28} />
      ))}
    </div>
  );
}
