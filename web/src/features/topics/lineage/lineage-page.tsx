// What each run did to the topics: which went on under their name, which were born, died, merged or fell apart.
import { SegmentedControl, Skeleton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { TOPIC_LEVELS, type TopicLevel } from "../../../../../src/core/curation.ts";
import { useWorkspace } from "../../../api/hooks.ts";
import { useLineage } from "../../../api/topic-hooks.ts";
import { carrySearch } from "../../../app/view-state.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { ErrorState } from "../../../ui/error-state.tsx";
import { formatCount, formatInstant, formatShare, plural } from "../../../ui/format.ts";
import { Page } from "../../../ui/page.tsx";
import "../topics.css";
import { TopicsNav } from "../topics-nav.tsx";
import { changeWords, type LineageChange, type LineageRun, notable } from "./change-words.ts";

const LEVEL_WORDS: Readonly<Record<TopicLevel, string>> = {
  group: "Groups",
  topic: "Topics",
  subtopic: "Subtopics",
};
const KIND_WORDS: Readonly<Record<LineageChange["kind"], string>> = {
  born: "new",
  died: "gone",
  merged: "merged",
  split: "split",
  continued: "went on",
};

export function LineagePage() {
  const [level, setLevel] = useState<TopicLevel>("topic");
  const { data, isPending, error, refetch, isPlaceholderData } = useLineage({ level, runs: 50 });
  return (
    <Page
      title="Topics"
      tab="Lineage of topics"
      answers="What became of each topic from run to run. A topic keeps its identity as long as it can be told."
      actions={
        <SegmentedControl
          size="xs"
          aria-label="Level"
          value={level}
          data={TOPIC_LEVELS.map((value) => ({ value, label: LEVEL_WORDS[value] }))}
          onChange={(value) => {
            const next = TOPIC_LEVELS.find((known) => known === value);
            if (next) setLevel(next);
          }}
        />
      }
    >
      <TopicsNav />
      {isPending && <Skeleton role="status" height={240} aria-label="Loading the lineage" />}
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.runs.length === 0 && (
        <div className="panel">
          <EmptyState title="Topics have not been looked for yet">
            The first run starts by itself after an import; from the second on, this page says what changed.
          </EmptyState>
        </div>
      )}
      <ol className={isPlaceholderData ? "runs stale" : "runs"}>
        {data?.runs.map((run) => (
          <Run key={run.id} run={run} level={level} />
        ))}
      </ol>
    </Page>
  );
}

function Run(props: { readonly run: LineageRun; readonly level: TopicLevel }) {
  const { timeZone } = useWorkspace();
  const { run } = props;
  const { shown, continued } = notable(run.changes);
  const levelWords = LEVEL_WORDS[props.level].toLowerCase();
  return (
    <li className="panel run">
      <div className="row wrap">
        <h2>
          <time dateTime={run.at}>{formatInstant(run.at, timeZone)}</time>
        </h2>
        <span className="small muted number push">
          {formatCount(run.topics)} topics over {plural(run.texts, "wording")}, {formatCount(run.assigned)} of
          them in a topic
        </span>
      </div>
      {run.reason !== "" && <p className="small muted">{run.reason}</p>}
      <p className="small">
        {run.kept === null
          ? "The first run: everything was new."
          : `${formatShare(run.kept.value)} of the ${formatCount(run.kept.n)} before went on under their name.`}
        {continued > 0 && run.kept !== null && ` ${formatCount(continued)} ${levelWords} went on.`}
      </p>
      {run.kept !== null && shown.length > 0 && (
        <ul className="plain-list changes">
          {shown.map((change) => (
            <Change key={changeKey(change)} change={change} />
          ))}
        </ul>
      )}
    </li>
  );
}

function changeKey({ kind, from, to }: LineageChange): string {
  return `${kind} ${[...from, ...to].map(({ id }) => id).join(" ")}`;
}

/** One change, from what was to what is, the names leading to the topics. */
function Change(props: { readonly change: LineageChange }) {
  const { change } = props;
  return (
    <li className="change-row" title={changeWords(change)}>
      <span className="change-kind" data-kind={change.kind}>
        {KIND_WORDS[change.kind]}
      </span>
      <Names topics={change.from} />
      {change.from.length > 0 && change.to.length > 0 && (
        <span aria-hidden className="muted">
          →
        </span>
      )}
      <Names topics={change.to} />
    </li>
  );
}

function Names(props: { readonly topics: LineageChange["from"] }) {
  return props.topics.map(({ id, name, texts }) => (
    <span key={id} className="nowrap">
      <Link to="/topics/$id" params={{ id: String(id) }} search={carrySearch}>
        {name}
      </Link>{" "}
      <span className="small muted number">{formatCount(texts)}</span>
    </span>
  ));
}
