// The columns of topics, in the tree and in the table.
import { ActionIcon, Tooltip } from "@mantine/core";
import { IconEyeOff, IconPencil } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { OpenMark } from "../../../app/use-open.ts";
import { carrySearch } from "../../../app/view-state.ts";
import { sentimentBand, topicColour } from "../../../charts/colours.ts";
import { Sparkline } from "../../../charts/sparkline.tsx";
import { Change } from "../../../ui/change.tsx";
import { formatCount, formatScore, formatShare } from "../../../ui/format.ts";
import type { Palette } from "../../../ui/palette.ts";
import { RedactedText } from "../../../ui/redacted-text.tsx";
import type { CellContext, Column } from "../../../ui/table/column.ts";
import { RenameField } from "../curation/rename-field.tsx";
import { TopicMenu } from "../curation/topic-menu.tsx";
import type { TopicRow } from "./tree-rows.ts";

export type TopicCells = {
  readonly palette: Palette;
  readonly open: OpenMark;
  /** Key of the node whose name is being edited. */
  readonly renaming: string | undefined;
  readonly onRename: (key: string | undefined) => void;
  readonly isLastPartial: boolean;
  readonly isFlat: boolean;
  /** Whether the stretch before is compared. */
  readonly isCompared: boolean;
  readonly mayEdit: boolean;
};

export function topicColumns(cells: TopicCells): readonly Column<TopicRow>[] {
  return [
    {
      id: "name",
      label: "Topic",
      width: 190,
      grow: 3,
      isFixed: true,
      sort: "asc",
      value: ({ node }) => node.name,
      render: (row, context) => <NameCell row={row} cells={cells} context={context} />,
    },
    ...(cells.isFlat ? [GROUP] : []),
    {
      id: "conversations",
      label: "Conversations",
      hint: "Conversations that have the topic at least once",
      width: 116,
      align: "end",
      sort: "desc",
      value: ({ node }) => node.conversations,
      render: ({ node }, { tabIndex }) => (
        <button
          type="button"
          className="opens"
          tabIndex={tabIndex}
          onClick={() => cells.open(node.name, { op: "in", field: "topic", values: node.topicIds })}
        >
          {formatCount(node.conversations)}
        </button>
      ),
    },
    {
      id: "share",
      label: "Share",
      hint: "Of the conversations that pass the filter; one may have several topics",
      width: 84,
      align: "end",
      sort: "desc",
      from: 520,
      value: ({ node }) => node.share.value,
      render: ({ node }) => (
        <span title={`95 % interval ${formatShare(node.share.low)} to ${formatShare(node.share.high)}`}>
          {formatShare(node.share.value)}
        </span>
      ),
    },
    {
      id: "change",
      label: "Change",
      hint: "Against the stretch before; grey where chance gives as much",
      width: 150,
      sort: "desc",
      from: cells.isCompared ? 900 : Number.POSITIVE_INFINITY,
      value: ({ figures }) => figures?.previous?.change ?? null,
      render: ({ figures }) =>
        figures?.previous ? (
          <Change
            now={figures.conversations}
            before={figures.previous.conversations}
            isNoise={figures.previous.isNoise}
            kind="count"
          />
        ) : null,
    },
    {
      id: "sentiment",
      label: "Sentiment",
      hint: "Mean over its utterances, from −2 to 2",
      width: 96,
      align: "end",
      sort: "asc",
      from: 720,
      value: ({ node }) => node.sentiment.value,
      render: ({ node }) => (
        <>
          <span className="sentiment-dot" data-band={sentimentBand(node.sentiment.value)} />
          {formatScore(node.sentiment.value)}
        </>
      ),
    },
    {
      id: "course",
      label: "Course",
      width: 116,
      from: 620,
      value: ({ figures }) => figures?.sparkline.join(" ") ?? null,
      render: ({ figures, node }) =>
        figures ? (
          <Sparkline
            values={figures.sparkline}
            colour={topicColour(node.color, cells.palette)}
            isLastPartial={cells.isLastPartial}
          />
        ) : null,
    },
    {
      id: "phrases",
      label: "Phrases",
      hint: "What sets it apart from its siblings",
      width: 200,
      grow: 2,
      from: 1180,
      value: ({ node }) => node.phrases.join(" · "),
      render: ({ node }) => (
        <span className="ellipsis small muted" title={node.phrases.join(" · ")}>
          {node.phrases.slice(0, 5).join(" · ")}
        </span>
      ),
    },
    {
      id: "quote",
      label: "In customers' words",
      width: 220,
      grow: 2,
      from: Number.POSITIVE_INFINITY,
      value: ({ figures }) => figures?.quotes[0]?.text ?? null,
      render: ({ figures }) =>
        figures?.quotes[0] ? (
          <q className="ellipsis small muted">
            <RedactedText text={figures.quotes[0].text} />
          </q>
        ) : null,
    },
  ];
}

const GROUP: Column<TopicRow> = {
  id: "group",
  label: "Group",
  width: 140,
  grow: 1,
  sort: "asc",
  from: 820,
  value: ({ path }) => path.at(-1) ?? null,
};

function NameCell(props: {
  readonly row: TopicRow;
  readonly cells: TopicCells;
  readonly context: CellContext;
}) {
  const { cells } = props;
  const { node } = props.row;
  const { tabIndex } = props.context;
  const topic = node.id === null ? undefined : { id: node.id, name: node.name };
  if (topic && cells.renaming === node.key)
    return <RenameField topic={topic} onDone={() => cells.onRename(undefined)} />;
  return (
    <>
      <span className="key-dot" style={{ background: topicColour(node.color, cells.palette) }} />
      {topic ? (
        <Link
          to="/topics/$id"
          params={{ id: String(topic.id) }}
          search={carrySearch}
          className="topic-link ellipsis"
          data-level={node.level}
          tabIndex={tabIndex}
          title={node.name}
        >
          {node.name}
        </Link>
      ) : (
        <span className="ellipsis" title={node.name}>
          {node.name}
        </span>
      )}
      {node.hidden && <IconEyeOff size={14} aria-label="Hidden" className="muted" />}
      {topic && cells.mayEdit && (
        <span className="topic-tools">
          <Tooltip label="Rename · e">
            <ActionIcon
              variant="subtle"
              color="gray"
              size={22}
              aria-label={`Rename ${node.name}`}
              tabIndex={tabIndex}
              onClick={() => cells.onRename(node.key)}
            >
              <IconPencil size={14} />
            </ActionIcon>
          </Tooltip>
          <TopicMenu
            topic={topic}
            level={node.level}
            isHidden={node.hidden}
            tabIndex={tabIndex}
            onRename={() => cells.onRename(node.key)}
          />
        </span>
      )}
    </>
  );
}
