import type { QueryRow } from "../../../../src/contract/query.ts";
import { OUTCOMES } from "../../../../src/core/domain.ts";
import { useMeasures } from "../../api/hooks.ts";
import { useOpen } from "../../app/use-open.ts";
import { useSlice } from "../../app/use-view.ts";
import { ChartFrame } from "../../charts/chart-frame.tsx";
import { sharesP } from "../../ui/chance.ts";
import { Change } from "../../ui/change.tsx";
import { formatCount, formatShare } from "../../ui/format.ts";

const WORDS: Readonly<Record<string, string>> = {
  resolved: "Resolved",
  escalated: "Escalated",
  abandoned: "Abandoned",
  unknown: "Not known",
};
const CERTAINTY = 0.05;

/** How conversations ended, as shares of all, with the change since the stretch before. */
export function OutcomesPanel() {
  const slice = useSlice();
  const answer = useMeasures({ ...slice, measures: ["conversations"], dimensions: ["outcome"] });
  const { data } = answer;
  const all = data?.total.measures["conversations"]?.value ?? 0;
  const before = data?.total.previous?.["conversations"]?.value ?? null;
  const rows = OUTCOMES.map((outcome) => ({
    outcome,
    row: data?.rows.find((row) => row.dimensions["outcome"] === outcome),
  }));
  return (
    <ChartFrame
      id="outcomes"
      title="Outcomes, share of conversations"
      note={`N = ${formatCount(all)}`}
      status={answer}
      table={{
        columns: ["Outcome", "Conversations", "Share"],
        rows: rows.map(({ outcome, row }) => [
          WORDS[outcome] ?? outcome,
          countOf(row),
          all === 0 ? null : countOf(row) / all,
        ]),
      }}
      empty={all === 0 ? "No conversation passes this filter." : undefined}
    >
      <div className="bar-rows">
        {rows.map(({ outcome, row }) => (
          <OutcomeRow key={outcome} outcome={outcome} row={row} all={all} allBefore={before} />
        ))}
      </div>
    </ChartFrame>
  );
}

function countOf(row: QueryRow | undefined): number {
  return row?.measures["conversations"]?.value ?? 0;
}

function OutcomeRow(props: {
  readonly outcome: string;
  readonly row: QueryRow | undefined;
  readonly all: number;
  readonly allBefore: number | null;
}) {
  const open = useOpen();
  const { outcome, all, allBefore } = props;
  const count = countOf(props.row);
  const before = props.row?.previous?.["conversations"]?.value ?? 0;
  const share = all === 0 ? 0 : count / all;
  return (
    <button
      type="button"
      className="bar-row"
      onClick={() => open(WORDS[outcome] ?? outcome, { op: "in", field: "outcome", values: [outcome] })}
    >
      <span>{WORDS[outcome] ?? outcome}</span>
      <span className="bar-track" aria-hidden>
        <span className="bar-fill" data-outcome={outcome} style={{ width: `${share * 100}%` }} />
      </span>
      <span className="bar-value number">
        <b>{formatShare(share)}</b> <span className="muted">{formatCount(count)}</span>
        {allBefore !== null && allBefore > 0 && (
          <Change
            now={share}
            before={before / allBefore}
            isNoise={sharesP(count, all, before, allBefore) > CERTAINTY}
            kind="share"
            isShort
          />
        )}
      </span>
    </button>
  );
}
