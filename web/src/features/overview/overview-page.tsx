// The first page: what stands out, how much, about what, in which mood, with which outcome.
import { Link } from "@tanstack/react-router";
import { DEFAULT_LENS } from "../../../../src/core/lens.ts";
import { useMeasures, useWorkspace } from "../../api/hooks.ts";
import { useTopics } from "../../api/topic-hooks.ts";
import { useSlice } from "../../app/use-view.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";
import { Figures } from "./figures.tsx";
import { OutcomesPanel } from "./outcomes-panel.tsx";
import "./overview.css";
import { SentimentPanel } from "./sentiment-panel.tsx";
import { StandsOut } from "./stands-out.tsx";
import { TopTopics } from "./top-topics.tsx";
import { VolumePanel } from "./volume-panel.tsx";

export const TOTALS = [
  "conversations",
  "share_negative",
  "resolved_rate",
  "escalated_rate",
  "abandoned_rate",
  "handover_rate",
];

export function OverviewPage() {
  const slice = useSlice();
  const workspace = useWorkspace();
  const totals = useMeasures({ ...slice, measures: TOTALS });
  const { compare: _, ...window } = slice;
  const topics = useTopics({ ...window, lens: DEFAULT_LENS.id, limit: 50, quotes: 0 });
  if (workspace.counts.conversations === 0) return <FirstRun />;
  return (
    <Page title="Overview" answers="What your customers talk about, how they feel about it, and how it ends.">
      <StandsOut totals={totals} topics={topics} />
      <Figures totals={totals} />
      <div className="grid">
        <div className="span-7">
          <VolumePanel />
        </div>
        <div className="span-5">
          <SentimentPanel />
        </div>
        <div className="span-7">
          <TopTopics topics={topics} />
        </div>
        <div className="span-5">
          <OutcomesPanel />
        </div>
      </div>
    </Page>
  );
}

function FirstRun() {
  const { sample } = useWorkspace();
  return (
    <Page title="Overview" answers="What your customers talk about, how they feel about it, and how it ends.">
      <div className="panel">
        {sample?.state === "loading" ? (
          <EmptyState title="The sample conversations are on their way">
            The first thousands appear here within a minute, with their topics; the rest follow.
          </EmptyState>
        ) : (
          <EmptyState title="No conversations yet" next={<Link to="/sources">Bring in a file</Link>}>
            Volume, topics, sentiment and outcomes appear here as soon as there are conversations. Personal
            data is redacted before anything is stored.
          </EmptyState>
        )}
      </div>
    </Page>
  );
}
