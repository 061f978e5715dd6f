// One classical model: its topics with words, size, coherence and the topics of the tree that they overlap; and of the topic that
// is chosen its words by weight and what people say.
import { Skeleton } from "@mantine/core";
import { Link, useParams } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import type { ModelTopic } from "../../../../../src/contract/topic-models.ts";
import { useModelQuotes, useTopicModel } from "../../../api/model-hooks.ts";
import { useSlice } from "../../../app/use-view.ts";
import { carrySearch } from "../../../app/view-state.ts";
import "../../../charts/charts.css";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { ErrorState } from "../../../ui/error-state.tsx";
import { formatCount, formatShare } from "../../../ui/format.ts";
import { Page } from "../../../ui/page.tsx";
import type { Column } from "../../../ui/table/column.ts";
import { DataTable } from "../../../ui/table/data-table.tsx";
import { useSortedRows } from "../../../ui/table/use-sorted-rows.ts";
import { QuoteView } from "../topic/quotes.tsx";
import "../topics.css";
import { TopicsNav } from "../topics-nav.tsx";
import { formatMeasure, METHOD_WORDS, nameOfWords } from "./model-words.ts";

const SHOWN_WORDS = 15;
const SHOWN_OVERLAPS = 8;

export function ModelPage() {
  const { id = "" } = useParams({ strict: false });
  const { time, filter } = useSlice();
  const scope = { time, ...(filter === undefined ? {} : { filter: JSON.stringify(filter) }) };
  const answer = useTopicModel(id, scope);
  const [chosen, setChosen] = useState<number>();
  const { data, error } = answer;
  const topics = data?.topics ?? NONE;
  const columns = useMemo(() => topicColumns(), []);
  const table = useSortedRows("model-topics", topics, columns);
  const topic = topics.find((one) => one.topic === chosen) ?? topics[0];
  if (error) return <ErrorState error={error} onRetry={() => void answer.refetch()} />;
  return (
    <Page
      title={data === undefined ? "Topic model" : METHOD_WORDS[data.model.method]}
      answers={
        <>
          <Link to="/topics/models" search={carrySearch}>
            Classical models
          </Link>
          {data &&
            ` › ${formatCount(data.model.scores.topics)} topics over ${formatCount(data.model.texts)} texts: NPMI ${formatMeasure(data.model.scores.npmi)} (tree ${formatMeasure(data.model.tree.npmi)}), C_V ${formatMeasure(data.model.scores.cv)} (${formatMeasure(data.model.tree.cv)}), diversity ${formatMeasure(data.model.scores.diversity)} (${formatMeasure(data.model.tree.diversity)})`}
        </>
      }
    >
      <TopicsNav hasLens={false} />
      {data && data.withheld > 0 && (
        <p className="small muted">{formatCount(data.withheld)} topics are too small to be shown here.</p>
      )}
      <div className="grid">
        <div className="span-7">
          <div className="panel topic-conversations">
            <DataTable
              id="model-topics"
              label="Topics of the model"
              columns={columns}
              {...table}
              keyOf={({ topic: number }) => String(number)}
              status={answer}
              empty={<EmptyState title="No topic occurs in the conversations that pass this filter" />}
              height="fill"
              onOpen={({ topic: number }) => setChosen(number)}
              hasKeys
            />
          </div>
        </div>
        <div className="span-5 stack">
          {topic && <TopicPanel key={topic.topic} id={id} topic={topic} scope={scope} />}
        </div>
      </div>
    </Page>
  );
}

const NONE: readonly ModelTopic[] = [];

function TopicPanel(props: {
  readonly id: string;
  readonly topic: ModelTopic;
  readonly scope: { readonly time: string; readonly filter?: string };
}) {
  const { topic } = props;
  const quotes = useModelQuotes(props.id, { ...props.scope, topic: topic.topic });
  const name = nameOfWords(topic.words);
  const most = topic.words[0]?.weight ?? 1;
  return (
    <section className="panel stack" aria-label={`Topic ${name}`}>
      <h2>{name}</h2>
      <div className="bar-rows">
        {topic.words.slice(0, SHOWN_WORDS).map(({ word, weight }) => (
          <div className="bar-row model-word" key={word}>
            <span className="ellipsis">{word}</span>
            <span className="bar-track" aria-hidden>
              <span
                className="bar-fill"
                style={{ width: `${(100 * weight) / most}%`, background: "var(--faint)" }}
              />
            </span>
            <span className="number muted">{formatShare(weight)}</span>
          </div>
        ))}
      </div>
      <h3>In the tree</h3>
      <ul className="plain-list">
        {topic.overlaps.slice(0, SHOWN_OVERLAPS).map(({ id, name: other, utterances }) => (
          <li className="related" key={id}>
            {id === 0 ? (
              <span className="muted">no topic</span>
            ) : (
              <Link
                to="/topics/$id"
                params={{ id: String(id) }}
                search={(before) => ({ ...carrySearch(before), lens: undefined })}
                className="ellipsis topic-link"
              >
                {other}
              </Link>
            )}
            <span className="number push">{formatShare(utterances / topic.utterances)}</span>
            <span className="small muted number related-share">{formatCount(utterances)}</span>
          </li>
        ))}
      </ul>
      <h3>In customers' words</h3>
      {quotes.isPending && <Skeleton height={120} />}
      {quotes.error && <ErrorState error={quotes.error} onRetry={() => void quotes.refetch()} />}
      <ul className="quotes">
        {quotes.data?.quotes.map((quote) => (
          <li key={quote.utteranceId}>
            <QuoteView quote={quote} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function topicColumns(): readonly Column<ModelTopic>[] {
  return [
    {
      id: "words",
      label: "Heaviest words",
      width: 200,
      grow: 3,
      isFixed: true,
      value: ({ words }) => nameOfWords(words, 8),
      render: ({ words }) => (
        <span className="ellipsis" title={nameOfWords(words, 25)}>
          {nameOfWords(words, 8)}
        </span>
      ),
    },
    {
      id: "conversations",
      label: "Conversations",
      width: 112,
      align: "end",
      sort: "desc",
      value: ({ conversations }) => conversations,
    },
    {
      id: "tree",
      label: "Most like",
      width: 140,
      grow: 1,
      from: 560,
      value: ({ overlaps }) => overlaps.find(({ id }) => id !== 0)?.name ?? null,
    },
    {
      id: "npmi",
      label: "NPMI",
      width: 76,
      align: "end",
      sort: "desc",
      from: 420,
      value: ({ npmi }) => npmi,
      render: ({ npmi }) => <span className="number">{formatMeasure(npmi)}</span>,
    },
    {
      id: "cv",
      label: "C_V",
      width: 70,
      align: "end",
      sort: "desc",
      from: 480,
      value: ({ cv }) => cv,
      render: ({ cv }) => <span className="number">{formatMeasure(cv)}</span>,
    },
  ];
}
