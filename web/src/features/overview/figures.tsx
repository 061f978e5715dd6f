import { Skeleton } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import type { Measured, QueryResponse } from "../../../../src/contract/query.ts";
import type { Filter } from "../../../../src/query/filter.ts";
import { useOpen } from "../../app/use-open.ts";
import { countsP, sharesP } from "../../ui/chance.ts";
import { Change } from "../../ui/change.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { formatCount, formatShare } from "../../ui/format.ts";

type FigureSpec = {
  readonly measure: string;
  readonly label: string;
  readonly hint: string;
  readonly filter?: Filter;
};

const FIGURES: readonly FigureSpec[] = [
  { measure: "conversations", label: "Conversations", hint: "Conversations that started in this time" },
  {
    measure: "share_negative",
    label: "Negative",
    hint: "Share of conversations whose mean sentiment is negative, among those that have one",
    filter: { op: "in", field: "sentiment", values: ["negative"] },
  },
  {
    measure: "resolved_rate",
    label: "Resolved",
    hint: "Share of resolved conversations among those whose outcome is known",
    filter: { op: "in", field: "outcome", values: ["resolved"] },
  },
  {
    measure: "handover_rate",
    label: "Handed over",
    hint: "Share of the conversations with a bot that went on to an agent",
    filter: { op: "in", field: "handed_over", values: [true] },
  },
];

const CERTAINTY = 0.05;

/** The few numbers that everybody asks for first, each with its change and what it rests on. */
export function Figures(props: { readonly totals: UseQueryResult<QueryResponse> }) {
  const { data, error, refetch, isPlaceholderData } = props.totals;
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <div className={isPlaceholderData ? "figures stale" : "figures"}>
      {FIGURES.map((figure) =>
        data === undefined ? (
          <Skeleton key={figure.measure} height={86} />
        ) : (
          <Figure
            key={figure.measure}
            figure={figure}
            now={data.total.measures[figure.measure]}
            before={data.total.previous?.[figure.measure]}
          />
        ),
      )}
    </div>
  );
}

function Figure(props: {
  readonly figure: FigureSpec;
  readonly now: Measured | undefined;
  readonly before: Measured | undefined;
}) {
  const open = useOpen();
  const { figure, now, before } = props;
  const isCount = figure.measure === "conversations";
  const format = isCount ? formatCount : formatShare;
  const value = now?.value ?? null;
  const interval =
    !isCount && now && now.low !== null && now.high !== null
      ? `${formatShare(now.low)} to ${formatShare(now.high)}`
      : null;
  return (
    <section className="panel figure" aria-label={figure.label}>
      <h2 title={figure.hint}>{figure.label}</h2>
      <button
        type="button"
        className="opens figure-value number"
        onClick={() => open(figure.label, figure.filter)}
      >
        {value === null ? "–" : format(value)}
      </button>
      <div className="figure-foot">
        {before && now && (
          <Change
            now={value}
            before={before.value}
            isNoise={isNoise(isCount, now, before)}
            kind={isCount ? "count" : "share"}
          />
        )}
        {interval && (
          <span className="small muted number" title="95 % interval (Wilson)">
            {interval}, n = {formatCount(now?.n ?? 0)}
          </span>
        )}
      </div>
    </section>
  );
}

function isNoise(isCount: boolean, now: Measured, before: Measured): boolean {
  const a = now.value ?? 0;
  const b = before.value ?? 0;
  return (isCount ? countsP(a, b) : sharesP(a * now.n, now.n, b * before.n, before.n)) > CERTAINTY;
}
