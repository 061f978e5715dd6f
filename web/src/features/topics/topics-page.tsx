// All topics: how many conversations are about what, how that changes, in which words people say it; and what belongs to none.
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useTopics } from "../../api/hooks.ts";
import { useSlice, useView } from "../../app/use-view.ts";
import { formatAgo, formatCount } from "../../ui/format.ts";
import { Page } from "../../ui/page.tsx";
import { TopicTable } from "./topic-table.tsx";
import "./topics.css";

const FIRST_TOPICS = 100;
const MOST_TOPICS = 500;

const SORTS = [
  { value: "size", label: "Largest first" },
  { value: "change", label: "Most changed first" },
  { value: "sentiment", label: "Most negative first" },
  { value: "name", label: "By name" },
] as const;
type Sort = (typeof SORTS)[number]["value"];

function isSort(text: string | undefined): text is Sort {
  return SORTS.some(({ value }) => value === text);
}

export function TopicsPage() {
  const { state, set } = useView();
  const { compare: _, ...window } = useSlice();
  const [text, setText] = useState("");
  const [wanted] = useDebouncedValue(text.trim(), 200);
  const sort = isSort(state.sort?.by) ? state.sort.by : "size";
  const [limit, setLimit] = useState(FIRST_TOPICS);
  const topics = useTopics({
    ...window,
    sort,
    limit,
    quotes: 1,
    ...(wanted === "" ? {} : { text: wanted }),
  });
  const { data } = topics;
  return (
    <Page
      title="Topics"
      answers={
        data?.discoveredAt
          ? `${formatCount(data.total)} topics, found in customers' words ${formatAgo(data.discoveredAt, data.window.timeZone, new Date())}. A conversation counts under each of its topics.`
          : "What conversations are about, found in customers' own words."
      }
      actions={
        <>
          <TextInput
            size="xs"
            aria-label="Find a topic"
            placeholder="Name or phrase"
            leftSection={<IconSearch size={14} aria-hidden />}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <NativeSelect
            size="xs"
            aria-label="Sort"
            value={sort}
            data={[...SORTS]}
            onChange={(event) =>
              set({ sort: { by: event.currentTarget.value, direction: "desc" } }, { replace: true })
            }
          />
        </>
      }
    >
      <TopicTable topics={topics} isSearch={wanted !== ""} />
      {data && data.total > data.topics.length && limit < MOST_TOPICS && (
        <p>
          <Button variant="default" onClick={() => setLimit(MOST_TOPICS)} loading={topics.isPlaceholderData}>
            Show {formatCount(Math.min(data.total, MOST_TOPICS) - data.topics.length)} more
          </Button>
        </p>
      )}
    </Page>
  );
}
