import { CloseButton, Skeleton } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ClientInput } from "../../../../../src/contract/client.ts";
import { client } from "../../../api/client.ts";
import { useAllTopics } from "../../../api/topic-hooks.ts";
import { useTopicColours } from "../../../charts/use-topic-colours.ts";
import { ErrorState } from "../../../ui/error-state.tsx";
import { QuoteView } from "../topic/quotes.tsx";

const COUNT = 6;

type Scope = Pick<NonNullable<ClientInput<"getTopicMap">["query"]>, "lens" | "time" | "filter">;

/** What is said where somebody pointed; each text opens its conversation. */
export function NearTexts(props: {
  readonly scope: Scope;
  readonly at: readonly [x: number, y: number];
  readonly onClose: () => void;
}) {
  const [x, y] = props.at;
  const near = useQuery({
    queryKey: ["topics", "map", "texts", props.scope, x, y],
    queryFn: ({ signal }) =>
      client.call("getTextsNear", { query: { ...props.scope, x, y, count: COUNT } }, { signal }),
    placeholderData: keepPreviousData,
  });
  const names = new Map(useAllTopics().map(({ id, name }) => [id, name]));
  const colourOf = useTopicColours();
  return (
    <aside className="map-near" aria-label="What is said here">
      <div className="row">
        <h2>Said here</h2>
        <CloseButton className="push" aria-label="Close" onClick={props.onClose} />
      </div>
      {near.isPending && <Skeleton height={120} />}
      {near.error && <ErrorState error={near.error} onRetry={() => void near.refetch()} />}
      {near.data?.texts.length === 0 && <p className="small muted">Nothing lies near.</p>}
      <ul className={near.isPlaceholderData ? "quotes stale" : "quotes"}>
        {near.data?.texts.map((text) => (
          <li key={text.utteranceId}>
            <QuoteView quote={text} />
            {names.has(text.topicId) && (
              <p className="small muted map-near-topic">
                <span className="key-dot" style={{ background: colourOf(text.topicId) }} />
                {names.get(text.topicId)}
              </p>
            )}
          </li>
        ))}
      </ul>
    </aside>
  );
}
