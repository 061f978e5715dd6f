import type { UseQueryResult } from "@tanstack/react-query";
import type { ClientOutput } from "../../../../../src/contract/client.ts";
import type { UnassignedReason } from "../../../../../src/core/unassigned-reason.ts";
import { ChartFrame } from "../../../charts/chart-frame.tsx";
import { formatCount, formatShare } from "../../../ui/format.ts";

/** Why utterances belong to no topic. A click looks closer at one reason, another click at all again. */
export function ReasonsPanel(props: {
  readonly answer: UseQueryResult<ClientOutput<"getUnassigned">>;
  readonly chosen: UnassignedReason | undefined;
  readonly onChoose: (reason: UnassignedReason | undefined) => void;
}) {
  const { data } = props.answer;
  const reasons = data?.unassigned.reasons.filter(({ utterances }) => utterances > 0) ?? [];
  const all = data?.unassigned.utterances ?? 0;
  return (
    <ChartFrame
      id="unassigned-reasons"
      title="Why they have no topic"
      note={
        props.chosen === undefined
          ? "A click looks closer at one reason"
          : "The words below are those of the reason that is lit; a click on it shows all again"
      }
      status={props.answer}
      table={{
        columns: ["Reason", "Utterances", "Share"],
        rows: reasons.map(({ label, utterances }) => [label, utterances, utterances / all]),
      }}
      empty={data && reasons.length === 0 ? "Everything that customers say belongs to a topic." : undefined}
    >
      <div className="bar-rows reasons">
        {reasons.map(({ reason, label, utterances }) => (
          <button
            type="button"
            className="bar-row"
            key={reason}
            aria-pressed={props.chosen === reason}
            onClick={() => props.onChoose(props.chosen === reason ? undefined : reason)}
          >
            <span>{label}</span>
            <span className="bar-track" aria-hidden>
              <span
                className="bar-fill"
                style={{ width: `${(100 * utterances) / all}%`, background: "var(--faint)" }}
              />
            </span>
            <span className="number">
              <b>{formatShare(utterances / all)}</b> <span className="muted">{formatCount(utterances)}</span>
            </span>
          </button>
        ))}
      </div>
    </ChartFrame>
  );
}
