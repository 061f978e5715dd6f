// What belongs to no topic: how much, why, how that moves, what it says; and what is proposed to be made of it.
import { Button } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { DEFAULT_LENS } from "../../../../../src/core/lens.ts";
import { UNASSIGNED_REASONS, type UnassignedReason } from "../../../../../src/core/unassigned-reason.ts";
import type { Filter } from "../../../../../src/query/filter.ts";
import { client } from "../../../api/client.ts";
import { useMay } from "../../../api/hooks.ts";
import { describeError } from "../../../api/problem.ts";
import { useLensId, useUnassigned } from "../../../api/topic-hooks.ts";
import { useOpen } from "../../../app/use-open.ts";
import { useSlice, useView } from "../../../app/use-view.ts";
import { formatCount, formatShare } from "../../../ui/format.ts";
import { Page } from "../../../ui/page.tsx";
import { UndoBar } from "../curation/undo-bar.tsx";
import "../topics.css";
import { TopicsNav } from "../topics-nav.tsx";
import { ExamplesTable } from "./examples-table.tsx";
import { Proposals } from "./proposals.tsx";
import { ReasonsPanel } from "./reasons-panel.tsx";
import { UnassignedTrend } from "./unassigned-trend.tsx";

const EXAMPLES = 100;

/** A customer's utterance without a topic, one and the same. */
const UNASSIGNED: Filter = {
  op: "same",
  filters: [
    { op: "in", field: "topic", values: [0] },
    { op: "in", field: "role", values: ["customer"] },
  ],
};

function isReason(text: string | undefined): text is UnassignedReason {
  return UNASSIGNED_REASONS.some((reason) => reason === text);
}

export function UnassignedPage() {
  const { state, set } = useView();
  const { time, filter } = useSlice();
  const open = useOpen();
  const isDefault = useLensId() === DEFAULT_LENS.id;
  const reason = isReason(state.reason) ? state.reason : undefined;
  const answer = useUnassigned({
    time,
    examples: EXAMPLES,
    ...(filter === undefined ? {} : { filter: JSON.stringify(filter) }),
    ...(reason === undefined ? {} : { reason }),
  });
  const { data } = answer;
  return (
    <Page
      title="Topics"
      tab="Unassigned"
      answers="What belongs to no topic, and why. Nothing is forced into one."
      actions={useMay("write") ? <FindAnew /> : undefined}
    >
      <TopicsNav />
      {data && (
        <p>
          {isDefault ? (
            <button
              type="button"
              className="opens number"
              onClick={() => open("Utterances without a topic", UNASSIGNED)}
            >
              <b>{formatCount(data.unassigned.utterances)}</b> utterances
            </button>
          ) : (
            <b className="number">{formatCount(data.unassigned.utterances)} utterances</b>
          )}{" "}
          {isDefault ? "of customers belong" : "that the lens lets through belong"} to no topic,{" "}
          <b>{formatShare(data.unassigned.share.value)}</b> of {formatCount(data.unassigned.share.n)} that say
          something.{" "}
          {isDefault && (
            <span className="muted number">
              {formatCount(data.unassigned.smallTalk)} greetings, thanks and bare answers are not counted.
            </span>
          )}
        </p>
      )}
      <div className="grid">
        <div className="span-5">
          <ReasonsPanel
            answer={answer}
            chosen={reason}
            onChoose={(next) => set({ reason: next }, { replace: true })}
          />
        </div>
        <div className="span-7">
          <UnassignedTrend answer={answer} />
        </div>
      </div>
      <Proposals />
      <ExamplesTable answer={answer} />
      <UndoBar />
    </Page>
  );
}

/** Starts a run over everything; topics keep their ids and people's corrections hold. */
function FindAnew() {
  const lens = useLensId();
  const cache = useQueryClient();
  const find = useMutation({
    mutationFn: () => client.call("postDiscovery", { query: { lens }, body: {} }),
    onSettled: () => cache.invalidateQueries({ queryKey: ["jobs"] }),
  });
  return (
    <>
      {find.isError && (
        <span className="small" role="alert">
          {describeError(find.error).title}
        </span>
      )}
      {find.isSuccess && (
        <span className="small muted" role="status">
          It runs; what it finds appears here.
        </span>
      )}
      <Button
        variant="default"
        leftSection={<IconRefresh size={14} />}
        loading={find.isPending}
        onClick={() => find.mutate()}
      >
        Find topics anew
      </Button>
    </>
  );
}
