import { Button, Modal } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import type { ClientOutput } from "../../../../../src/contract/client.ts";
import { REASON_LABELS } from "../../../../../src/core/unassigned-reason.ts";
import { useMay } from "../../../api/hooks.ts";
import { useView } from "../../../app/use-view.ts";
import { carrySearch } from "../../../app/view-state.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { plural } from "../../../ui/format.ts";
import { RedactedText } from "../../../ui/redacted-text.tsx";
import type { Column } from "../../../ui/table/column.ts";
import { DataTable } from "../../../ui/table/data-table.tsx";
import { useSortedRows } from "../../../ui/table/use-sorted-rows.ts";
import type { TopicRef } from "../curation/edit.ts";
import { TopicPicker } from "../curation/topic-picker.tsx";
import { useCuration } from "../curation/use-curation.tsx";

type Answer = ClientOutput<"getUnassigned">;
type Example = Answer["examples"][number];

/** What people say that belongs to no topic, the commonest wording first; each can be given the topic where it belongs. */
export function ExamplesTable(props: { readonly answer: UseQueryResult<Answer> }) {
  const [assigning, setAssigning] = useState<readonly Example[]>();
  const { set } = useView();
  const { curate } = useCuration();
  const mayEdit = useMay("write");
  const columns = useMemo(
    () => exampleColumns(mayEdit ? (example) => setAssigning([example]) : undefined),
    [mayEdit],
  );
  const table = useSortedRows("unassigned", props.answer.data?.examples ?? [], columns);
  const assign = (topic: TopicRef) => {
    curate({
      kind: "assign",
      topic,
      utterances: (assigning ?? []).map(({ utteranceId }) => utteranceId),
    });
    setAssigning(undefined);
  };
  return (
    <section className="panel panel-table" aria-label="What they say">
      <h2>What they say</h2>
      <DataTable
        id="unassigned"
        label="What they say"
        columns={columns}
        {...table}
        keyOf={({ utteranceId }) => utteranceId}
        status={props.answer}
        empty={<EmptyState title="Nothing is left over here" />}
        height={520}
        hasKeys={assigning === undefined}
        onOpen={(example) =>
          set({
            drawer: {
              title: "The conversation of a quote",
              time: "all",
              filter: { op: "in", field: "conversation", values: [example.conversationId] },
              conversation: example.conversationId,
            },
          })
        }
        chosenActions={(chosen) =>
          mayEdit && <Button onClick={() => setAssigning(chosen)}>Belongs to…</Button>
        }
      />
      {assigning && (
        <Modal
          opened
          onClose={() => setAssigning(undefined)}
          title={`Where ${assigning.length === 1 ? "it belongs" : "they belong"}`}
          size="sm"
          closeButtonProps={{ "aria-label": "Close" }}
        >
          <blockquote className="dialog-quote">
            <RedactedText text={assigning[0]?.text ?? ""} />
            {assigning.length > 1 && ` and ${plural(assigning.length - 1, "other")}`}
          </blockquote>
          <TopicPicker label="To which topic" levels={["topic", "subtopic"]} onChoose={assign} />
          <p className="small muted dialog-foot">All utterances in the same words go along.</p>
        </Modal>
      )}
    </section>
  );
}

function exampleColumns(onAssign: ((example: Example) => void) | undefined): readonly Column<Example>[] {
  return [
    {
      id: "text",
      label: "In customers' words",
      width: 180,
      grow: 3,
      isFixed: true,
      value: ({ text }) => text,
      render: ({ text }) => (
        <span className="ellipsis" title={text}>
          <RedactedText text={text} />
        </span>
      ),
    },
    {
      id: "occurrences",
      label: "Times",
      width: 76,
      align: "end",
      sort: "desc",
      value: ({ occurrences }) => occurrences,
    },
    {
      id: "reason",
      label: "Why",
      width: 200,
      grow: 1,
      sort: "asc",
      from: 860,
      value: ({ reason }) => REASON_LABELS[reason],
    },
    {
      id: "near",
      label: "Nearest topic",
      width: 150,
      grow: 1,
      sort: "asc",
      from: 700,
      value: ({ near }) => near?.name ?? null,
      render: ({ near }, { tabIndex }) =>
        near && (
          <Link
            to="/topics/$id"
            params={{ id: String(near.id) }}
            search={carrySearch}
            className="ellipsis"
            tabIndex={tabIndex}
          >
            {near.name}
          </Link>
        ),
    },
    {
      id: "assign",
      label: "Put right",
      width: 128,
      isFixed: true,
      value: () => null,
      render: (example, { tabIndex }) =>
        onAssign && (
          <Button
            variant="subtle"
            tabIndex={tabIndex}
            aria-label={`Belongs to… “${example.text.slice(0, 60)}”`}
            onClick={() => onAssign(example)}
          >
            Belongs to…
          </Button>
        ),
    },
  ];
}
