// All topics as a tree that can be cut finer or coarser, or as a table: how many conversations are about what, how that
// changes and feels; and the place where people put topics right.
import { SegmentedControl, TextInput, Tooltip } from "@mantine/core";
import { useDebouncedValue, useSessionStorage } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Lens } from "../../../../src/contract/lenses.ts";
import { findLens } from "../../../../src/core/lens.ts";
import { type TopicTreeAnswer, useLenses, useLensId, useTopicTree } from "../../api/topic-hooks.ts";
import { useSlice, useView } from "../../app/use-view.ts";
import { carrySearch } from "../../app/view-state.ts";
import { formatAgo, formatCount, formatShare } from "../../ui/format.ts";
import { Page } from "../../ui/page.tsx";
import { UndoBar } from "./curation/undo-bar.tsx";
import "./topics.css";
import { TopicsNav } from "./topics-nav.tsx";
import { GranularitySlider } from "./tree/granularity-slider.tsx";
import { TopicTree } from "./tree/topic-tree.tsx";

/** Long enough that a drag does not ask at each step, short enough that the tree follows it. */
const FOLLOW_MS = 80;

export function TopicsPage() {
  const { state, set } = useView();
  const { compare: _, filter, time } = useSlice();
  const [text, setText] = useState("");
  const [folds, setFolds] = useSessionStorage<Readonly<Record<string, boolean>>>({
    key: "parlance.topic-folds",
    defaultValue: {},
    getInitialValueInEffect: false,
  });
  const [granularity] = useDebouncedValue(state.granularity, FOLLOW_MS);
  const tree = useTopicTree({
    time,
    ...(filter === undefined ? {} : { filter: JSON.stringify(filter) }),
    ...(granularity === undefined ? {} : { granularity }),
  });
  const { data } = tree;
  const lensId = useLensId();
  const lens = useLenses().data?.lenses.find(({ id }) => id === lensId);
  const isFlat = state.topics === "table";
  return (
    <Page
      fill
      title="Topics"
      answers={(lens ?? findLens(lensId))?.summary ?? "What is said, found in people's own words."}
      actions={
        <>
          <TextInput
            size="xs"
            className="topic-search"
            aria-label="Find a topic"
            placeholder="Name or phrase"
            leftSection={<IconSearch size={14} aria-hidden />}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <SegmentedControl
            size="xs"
            aria-label="Shape"
            value={isFlat ? "table" : "tree"}
            data={[
              { value: "tree", label: "Tree" },
              { value: "table", label: "Table" },
            ]}
            onChange={(value) => set({ topics: value === "table" ? "table" : undefined }, { replace: true })}
          />
        </>
      }
    >
      <TopicsNav />
      <div className="topics-head">
        {data && <TopicsFacts tree={data} lens={lens} />}
        {data && (
          <GranularitySlider
            granularity={data.granularity}
            asked={state.granularity}
            onChange={(count) => set({ granularity: count }, { replace: true })}
          />
        )}
      </div>
      <TopicTree tree={tree} text={text} isFlat={isFlat} folds={folds} onFold={setFolds} />
      <UndoBar />
    </Page>
  );
}

function TopicsFacts(props: { readonly tree: TopicTreeAnswer; readonly lens: Lens | undefined }) {
  const { tree, lens } = props;
  const { granularity, unassigned } = tree;
  if (tree.discoveredAt === null) return null;
  return (
    <p className="small topics-facts">
      <Tooltip
        label={tree.reason}
        disabled={tree.reason === ""}
        multiline
        maw={360}
        events={{ hover: true, focus: true, touch: true }}
      >
        <button
          type="button"
          className="opens number"
          aria-label={`${granularity.topics} topics: why so many`}
        >
          <b>{formatCount(granularity.topics)}</b> topics
        </button>
      </Tooltip>{" "}
      {granularity.groups > 0 && (
        <>
          in <b className="number">{formatCount(granularity.groups)}</b> groups
        </>
      )}
      , found {formatAgo(tree.discoveredAt, tree.window.timeZone, new Date())}.{" "}
      <b className="number">
        {formatShare(tree.conversations === 0 ? null : tree.withTopic / tree.conversations)}
      </b>{" "}
      of conversations have one;{" "}
      <Link to="/topics/unassigned" search={carrySearch}>
        {formatShare(unassigned.share.value)} of{" "}
        {lens?.isDefault === false ? "what it lets through" : "what customers say"}
      </Link>{" "}
      belongs to none.
      {lens?.cost && (
        <span className="muted number">
          {" "}
          Finding them took {formatCount(Math.round(lens.cost.seconds))} s
          {lens.cost.embedded > 0 && `, ${formatCount(lens.cost.embedded)} wordings encoded first`}.
        </span>
      )}
      {tree.withheld > 0 && (
        <span className="muted"> {formatCount(tree.withheld)} too small to be shown.</span>
      )}
    </p>
  );
}
