import type { UseQueryResult } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import type { Topic } from "../../../../../src/contract/topics.ts";
import { useMay } from "../../../api/hooks.ts";
import { type TopicTreeAnswer, useLenses, useLensId, useTopics } from "../../../api/topic-hooks.ts";
import { useOpen } from "../../../app/use-open.ts";
import { useSlice, useView } from "../../../app/use-view.ts";
import { carrySearch } from "../../../app/view-state.ts";
import { useChartStyle } from "../../../charts/use-chart-style.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { rowsOf, type Sort } from "../../../ui/table/column.ts";
import { DataTable } from "../../../ui/table/data-table.tsx";
import { wholeBuckets } from "../../overview/findings-input.ts";
import { ChosenActions } from "../curation/chosen-actions.tsx";
import { useCuration } from "../curation/use-curation.tsx";
import { NoLensTopics } from "../lenses/no-lens-topics.tsx";
import { topicColumns } from "./topic-columns.tsx";
import { flatRows, type TopicRow, treeRows } from "./tree-rows.ts";

const MOST = 500;
const LARGEST: Sort = { by: "conversations", direction: "desc" };

/** The topics as a tree or a table: keys walk and fold, x chooses, e renames, a drag moves. */
export function TopicTree(props: {
  readonly tree: UseQueryResult<TopicTreeAnswer>;
  readonly text: string;
  readonly isFlat: boolean;
  readonly folds: Readonly<Record<string, boolean>>;
  readonly onFold: (folds: Readonly<Record<string, boolean>>) => void;
}) {
  const { tree, isFlat, folds, text } = props;
  const { state, set } = useView();
  const { curate } = useCuration();
  const navigate = useNavigate();
  const open = useOpen();
  const { palette } = useChartStyle();
  const [renaming, setRenaming] = useState<string>();
  const mayEdit = useMay("write");
  const { figures, isLastPartial, isCompared } = useFigures(
    Object.values(folds).includes(true) || text !== "",
  );
  const sort = state.sort ?? LARGEST;
  const columns = useMemo(
    () =>
      topicColumns({
        palette,
        open,
        renaming,
        onRename: setRenaming,
        isLastPartial,
        isFlat,
        isCompared,
        mayEdit,
      }),
    [mayEdit, palette, open, renaming, isLastPartial, isFlat, isCompared],
  );
  const rows = useMemo(() => {
    const view = {
      folds,
      sort,
      text,
      figures,
      valueOf: (row: TopicRow, id: string) => columns.find((column) => column.id === id)?.value(row) ?? null,
    };
    const nodes = tree.data?.nodes ?? [];
    return rowsOf(isFlat ? flatRows(nodes, view) : treeRows(nodes, view));
  }, [tree.data, folds, sort, text, figures, columns, isFlat]);

  const openTopic = ({ node }: TopicRow) => {
    if (node.id === null) open(node.name, { op: "in", field: "topic", values: node.topicIds });
    else void navigate({ to: "/topics/$id", params: { id: String(node.id) }, search: carrySearch });
  };
  return (
    <div className="panel topic-panel">
      <DataTable
        id="topics"
        label="Topics"
        columns={columns}
        rows={rows}
        keyOf={({ node }) => node.key}
        status={tree}
        empty={<NoTopics isFound={tree.data?.discoveredAt !== null} text={text} />}
        height="fill"
        sort={sort}
        onSort={(next) => set({ sort: next }, { replace: true })}
        onOpen={openTopic}
        opensAtClick={false}
        hasKeys={state.drawer === undefined && renaming === undefined}
        rowKeys={{ e: ({ node }) => mayEdit && node.id !== null && setRenaming(node.key) }}
        {...(isFlat
          ? {}
          : {
              tree: {
                level: ({ depth }: TopicRow) => depth,
                isUnfolded: ({ isUnfolded }: TopicRow) => isUnfolded,
                fold: ({ node }: TopicRow, isUnfolded: boolean) =>
                  props.onFold({ ...folds, [node.key]: isUnfolded }),
              },
            })}
        drag={{
          canDrop: (moved: readonly TopicRow[], to: TopicRow) => mayEdit && canMove(moved, to),
          drop: (moved, { node }) => {
            if (node.id !== null)
              curate({
                kind: "move",
                topics: moved.flatMap(refOf),
                parent: { id: node.id, name: node.name },
              });
          },
        }}
        chosenActions={(chosen, clear) => (
          <ChosenActions nodes={chosen.map(({ node }) => node)} clear={clear} />
        )}
      />
    </div>
  );
}

function refOf({ node }: TopicRow) {
  return node.id === null ? [] : [{ id: node.id, name: node.name }];
}

/** Topics go under groups, subtopics under topics. */
function canMove(moved: readonly TopicRow[], { node: to }: TopicRow): boolean {
  const wanted = to.level === "group" ? "topic" : to.level === "topic" ? "subtopic" : undefined;
  return moved.every(({ node }) => node.level === wanted && node.parentKey !== to.key);
}

/** What the tree's own answer leaves out: change, course and quotes. Subtopics are asked for when some are in sight. */
function useFigures(needsSubtopics: boolean): {
  readonly figures: ReadonlyMap<number, Topic>;
  readonly isLastPartial: boolean;
  readonly isCompared: boolean;
} {
  const { compare: _, ...window } = useSlice();
  const groups = useTopics({ ...window, level: "group", limit: MOST, quotes: 0 }).data;
  const topics = useTopics({ ...window, level: "topic", limit: MOST, quotes: 1 }).data;
  const subtopics = useTopics({ ...window, level: "subtopic", limit: MOST, quotes: 0 }, needsSubtopics).data;
  return useMemo(() => {
    const lists = [groups, topics, subtopics].flatMap((list) => list ?? []);
    return {
      isCompared: lists.some(({ topics: listed }) => listed.some(({ previous }) => previous !== null)),
      figures: new Map(lists.flatMap((list) => list.topics.map((topic) => [topic.id, topic] as const))),
      isLastPartial: lists[0] !== undefined && wholeBuckets(lists[0], new Date()) < lists[0].buckets.length,
    };
  }, [groups, topics, subtopics]);
}

function NoTopics(props: { readonly isFound: boolean; readonly text: string }) {
  const { data } = useLenses();
  const id = useLensId();
  const lens = data?.lenses.find((known) => known.id === id);
  if (props.text.trim() !== "") return <EmptyState title={`No topic has the words “${props.text.trim()}”`} />;
  if (props.isFound)
    return (
      <EmptyState
        title="No topic occurs in the conversations that pass this filter"
        next={
          <Link to="/conversations" search={carrySearch}>
            See those conversations
          </Link>
        }
      />
    );
  if (lens !== undefined && !lens.isDefault) return <NoLensTopics lens={lens} />;
  return (
    <EmptyState
      title="No topics yet"
      next={
        <Link to="/sources" search={{}}>
          Bring in a file
        </Link>
      }
    >
      Topics are found once enough conversations have been read. That starts by itself after an import; this
      page fills when it is done.
    </EmptyState>
  );
}
