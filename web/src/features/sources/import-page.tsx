// One import: its account, which always adds up, and every record that was set aside with what to do about it.
import { Button, Skeleton } from "@mantine/core";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { ImportRecord } from "../../../../src/contract/imports.ts";
import { client } from "../../api/client.ts";
import { useWorkspace } from "../../api/hooks.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { formatCount, formatInstant } from "../../ui/format.ts";
import { Page } from "../../ui/page.tsx";
import { accountWords, progressWords, STATE_WORDS } from "./import-words.ts";
import { RejectsTable } from "./rejects-table.tsx";
import "./sources.css";

const PAGE = 100;

export function ImportPage() {
  const { id = "" } = useParams({ strict: false });
  const { timeZone } = useWorkspace();
  const record = useQuery({
    queryKey: ["imports", "one", id],
    queryFn: ({ signal }) => client.call("getImport", { params: { id } }, { signal }),
    refetchInterval: (query) => (query.state.data?.state === "running" ? 1_000 : false),
  });
  if (record.isPending)
    return (
      <div className="page">
        <Skeleton role="status" height={200} aria-label="Loading the import" />
      </div>
    );
  if (record.isError) return <ErrorState error={record.error} onRetry={() => void record.refetch()} />;
  const { data } = record;
  return (
    <Page
      title={data.name}
      answers={
        <>
          <Link to="/sources" search={{}}>
            All sources
          </Link>{" "}
          · {STATE_WORDS[data.state]}, started {formatInstant(data.startedAt, timeZone)} {timeZone}
        </>
      }
      actions={data.state === "running" ? <StopButton id={data.id} /> : undefined}
    >
      <Account record={data} />
      <Rejects id={id} />
    </Page>
  );
}

function Account(props: { readonly record: ImportRecord }) {
  const { record } = props;
  return (
    <section className="panel stack" aria-label="Account">
      <p className="number">{accountWords(record.counts)}.</p>
      {record.state === "running" && <p className="number muted">{progressWords(record, new Date())}</p>}
      {record.error !== null && <p role="alert">{record.error}</p>}
      <p className="muted">
        Source <b>{record.source}</b>
        {record.format !== null && (
          <>
            , format <b>{record.format}</b>
          </>
        )}
      </p>
      {record.counts.skipped > 0 && (
        <p className="muted">
          {formatCount(record.counts.skipped)} records carry no message by design, such as typing events.
        </p>
      )}
      {record.warnings.map((warning) => (
        <p className="muted" key={warning.reason + warning.message}>
          {warning.message} ({formatCount(warning.count)})
        </p>
      ))}
    </section>
  );
}

function StopButton(props: { readonly id: string }) {
  const cache = useQueryClient();
  const stop = useMutation({
    mutationFn: () => client.call("cancelImport", { params: { id: props.id } }),
    onSettled: () => void cache.invalidateQueries({ queryKey: ["imports"] }),
  });
  return (
    <Button variant="default" loading={stop.isPending} onClick={() => stop.mutate()}>
      Stop
    </Button>
  );
}

function Rejects(props: { readonly id: string }) {
  const [pages, setPages] = useState<readonly number[]>([0]);
  const after = pages.at(-1) ?? 0;
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: ["imports", "rejects", props.id, after],
    queryFn: ({ signal }) =>
      client.call(
        "getImportRejects",
        { params: { id: props.id }, query: { limit: PAGE, after } },
        { signal },
      ),
    placeholderData: keepPreviousData,
  });
  const next = data?.next ?? null;
  return (
    <section className={isPlaceholderData ? "panel stale" : "panel"} aria-label="Set aside">
      <h2>Set aside{data && data.total > 0 ? `, ${formatCount(data.total)}` : ""}</h2>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.total === 0 && (
        <EmptyState title="Nothing was set aside">Every record of this import could be read.</EmptyState>
      )}
      {data && data.total > 0 && (
        <>
          <p className="small muted">
            {data.reasons.map(({ reason, count }) => `${reason}: ${formatCount(count)}`).join(" · ")}. Raw
            text is never kept, only the place of a record: <code>parlance rejects</code> writes the records
            out of the original, to be mended and imported again.
          </p>
          <RejectsTable rejects={data.rejects} />
          {data.total > PAGE && (
            <div className="row">
              <Button
                variant="default"
                className="push"
                disabled={pages.length === 1}
                onClick={() => setPages(pages.slice(0, -1))}
              >
                Before
              </Button>
              <Button
                variant="default"
                disabled={next === null}
                onClick={() => next !== null && setPages([...pages, next])}
              >
                Next
              </Button>
            </div>
          )}
        </>
      )}
    </section>
  );
}
