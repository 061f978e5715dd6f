// One topic: what it is, how large and how that changes, where it occurs and how it ends, what people say, what goes with it,
// and how it came about; with the way to each conversation and to putting it right.
import { ActionIcon, Skeleton, Tooltip } from "@mantine/core";
import { IconEyeOff, IconPencil } from "@tabler/icons-react";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { Topic } from "../../../../../src/contract/topics.ts";
import { useMay } from "../../../api/hooks.ts";
import { useTopic } from "../../../api/topic-hooks.ts";
import { useKeys } from "../../../app/keys.ts";
import { useView } from "../../../app/use-view.ts";
import { carrySearch } from "../../../app/view-state.ts";
import { topicColour } from "../../../charts/colours.ts";
import { useChartStyle } from "../../../charts/use-chart-style.ts";
import { ErrorState } from "../../../ui/error-state.tsx";
import { Page } from "../../../ui/page.tsx";
import { RenameField } from "../curation/rename-field.tsx";
import { TopicMenu } from "../curation/topic-menu.tsx";
import { UndoBar } from "../curation/undo-bar.tsx";
import "../topics.css";
import { BelowPanel } from "./below-panel.tsx";
import { BreakdownPanel } from "./breakdown-panel.tsx";
import { HistoryPanel } from "./history-panel.tsx";
import { Quotes } from "./quotes.tsx";
import { RelatedPanel } from "./related-panel.tsx";
import { TopicConversations } from "./topic-conversations.tsx";
import { TopicFacts } from "./topic-facts.tsx";
import { TrendPanel } from "./trend-panel.tsx";

export function TopicPage() {
  const { id = "" } = useParams({ strict: false });
  const topic = useTopic(Number(id));
  const [isRenaming, setRenaming] = useState(false);
  const { state } = useView();
  const mayEdit = useMay("write");
  useKeys({ e: () => setRenaming(true) }, mayEdit && !isRenaming && state.drawer === undefined);
  if (topic.isPending)
    return (
      <div className="page">
        <Skeleton role="status" height={320} aria-label="Loading the topic" />
      </div>
    );
  if (topic.isError) return <ErrorState error={topic.error} onRetry={() => void topic.refetch()} />;
  const { data } = topic;
  return (
    <Page
      tab={data.name}
      title={<Title topic={data} isRenaming={isRenaming} onRename={setRenaming} />}
      answers={<Path topic={data} />}
      actions={
        <TopicMenu
          topic={data}
          level={data.level}
          isHidden={data.hidden}
          onRename={() => setRenaming(true)}
        />
      }
    >
      <About topic={data} />
      <TopicFacts topic={data} />
      <div className="grid">
        <div className="span-7 stack">
          <TrendPanel topic={data} />
          <div className="grid">
            <div className="span-6">
              <BreakdownPanel topic={data} dimension="channel" title="Channels, share of its conversations" />
            </div>
            <div className="span-6">
              <BreakdownPanel topic={data} dimension="outcome" title="Outcomes, share of its conversations" />
            </div>
            <div className="span-6">
              <BreakdownPanel
                topic={data}
                dimension="sentiment"
                title="Sentiment, share of its conversations"
              />
            </div>
            <div className="span-6">
              <RelatedPanel topic={data} />
            </div>
          </div>
        </div>
        <div className="span-5 stack">
          <Quotes topic={data} />
          <BelowPanel topic={data} />
          <HistoryPanel topic={data} />
        </div>
      </div>
      <TopicConversations topic={data} />
      <UndoBar />
    </Page>
  );
}

function Title(props: {
  readonly topic: Topic;
  readonly isRenaming: boolean;
  readonly onRename: (isOn: boolean) => void;
}) {
  const { topic } = props;
  const { palette } = useChartStyle();
  const mayEdit = useMay("write");
  if (props.isRenaming) return <RenameField topic={topic} onDone={() => props.onRename(false)} />;
  return (
    <span className="row">
      <span className="key-dot topic-title-dot" style={{ background: topicColour(topic.color, palette) }} />
      {topic.name}
      {mayEdit && (
        <Tooltip label="Rename · e">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Rename ${topic.name}`}
            onClick={() => props.onRename(true)}
          >
            <IconPencil size={16} />
          </ActionIcon>
        </Tooltip>
      )}
    </span>
  );
}

/** Where it stands in the tree, and under which name it was found. */
function Path(props: { readonly topic: Topic }) {
  const { path, named, foundName } = props.topic;
  return (
    <>
      <Link to="/topics" search={carrySearch}>
        Topics
      </Link>
      {path.toReversed().map((above) => (
        <span key={above.id}>
          {" › "}
          <Link to="/topics/$id" params={{ id: String(above.id) }} search={carrySearch}>
            {above.name}
          </Link>
        </span>
      ))}
      {named && ` · found as “${foundName}”`}
    </>
  );
}

function About(props: { readonly topic: Topic }) {
  const { description, phrases, hidden } = props.topic;
  return (
    <div className="about">
      {hidden && (
        <p className="row">
          <IconEyeOff size={16} aria-hidden className="muted" /> Hidden: lists and breakdowns leave it out.
        </p>
      )}
      {description !== "" && <p>{description}</p>}
      {phrases.length > 0 && (
        <p className="row wrap phrases">
          <span className="small muted">Sets it apart:</span>
          {phrases.slice(0, 8).map((phrase) => (
            <span className="phrase" key={phrase}>
              {phrase}
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
