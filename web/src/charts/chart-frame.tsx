// What is around every chart: its title, its states, and the ways to take it along. The drawing itself is the child.
import { ActionIcon, Menu, Skeleton } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconDots, IconDownload, IconPhoto, IconTable } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useView } from "../app/use-view.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { copyPng, download } from "../ui/take-along.ts";
import { type ChartTable, fileName, type OpenCell, toCsv } from "./chart-table.ts";
import { ChartTableView } from "./chart-table-view.tsx";
import "./charts.css";

export type ChartStatus = {
  readonly isPending: boolean;
  readonly isError: boolean;
  readonly error: unknown;
  readonly isPlaceholderData: boolean;
  readonly refetch: () => unknown;
};

export function ChartFrame(props: {
  /** Names the chart in the URL's state. */
  readonly id: string;
  /** The finding, or the measure and its unit. */
  readonly title: string;
  readonly note?: ReactNode;
  readonly status: ChartStatus;
  readonly table: ChartTable | undefined;
  readonly openCell?: OpenCell;
  /** Why there is nothing to draw, when there is nothing. */
  readonly empty?: ReactNode;
  readonly toPng?: (() => string) | undefined;
  readonly height?: number;
  readonly children: ReactNode;
}) {
  const { state, set } = useView();
  const shown = state.tables ?? [];
  const isTable = shown.includes(props.id);
  const toggle = () => {
    const next = isTable ? shown.filter((id) => id !== props.id) : [...shown, props.id];
    set({ tables: next.length === 0 ? undefined : next }, { replace: true });
  };
  return (
    <section className="panel chart" aria-label={props.title}>
      <div className="chart-head">
        <div>
          <h2>{props.title}</h2>
          {props.note && !props.status.isPending && <p className="small muted">{props.note}</p>}
        </div>
        <ChartMenu {...props} isTable={isTable} onToggle={toggle} />
      </div>
      <div className={props.status.isPlaceholderData ? "stale" : undefined}>
        <ChartBody {...props} isTable={isTable} />
      </div>
    </section>
  );
}

type BodyProps = Parameters<typeof ChartFrame>[0] & { readonly isTable: boolean };

function ChartBody(props: BodyProps) {
  if (props.status.isPending)
    return <Skeleton role="status" height={props.height ?? 200} aria-label={`Loading ${props.title}`} />;
  if (props.status.isError)
    return <ErrorState error={props.status.error} onRetry={() => void props.status.refetch()} />;
  if (props.empty) return <EmptyState title="Nothing to show here">{props.empty}</EmptyState>;
  if (props.isTable && props.table)
    return <ChartTableView caption={props.title} table={props.table} onOpen={props.openCell} />;
  return props.children;
}

function ChartMenu(props: BodyProps & { readonly onToggle: () => void }) {
  const { table, toPng } = props;
  if (table === undefined || props.status.isPending || props.status.isError) return null;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={`More on ${props.title}`} className="push">
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconTable size={14} />} onClick={props.onToggle}>
          {props.isTable ? "Show as chart" : "Show as table"}
        </Menu.Item>
        {toPng && !props.isTable && (
          <Menu.Item
            leftSection={<IconPhoto size={14} />}
            onClick={() =>
              void copyPng(toPng(), fileName(props.title, "png")).then((message) =>
                notifications.show({ message }),
              )
            }
          >
            Copy as image
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconDownload size={14} />}
          onClick={() =>
            download(fileName(props.title, "csv"), new Blob([toCsv(table)], { type: "text/csv" }))
          }
        >
          Download as CSV
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
