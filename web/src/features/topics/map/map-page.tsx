// The map of what customers say: texts that mean alike lie side by side, coloured by group, with the tree's names on it.
import { Skeleton } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { client } from "../../../api/client.ts";
import { useLensId, useTopicTree } from "../../../api/topic-hooks.ts";
import { useOpen } from "../../../app/use-open.ts";
import { useSlice } from "../../../app/use-view.ts";
import { carrySearch } from "../../../app/view-state.ts";
import { topicColour } from "../../../charts/colours.ts";
import { useChartStyle } from "../../../charts/use-chart-style.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { ErrorState } from "../../../ui/error-state.tsx";
import { formatCount } from "../../../ui/format.ts";
import { Page } from "../../../ui/page.tsx";
import "../topics.css";
import { TopicsNav } from "../topics-nav.tsx";
import { decodePoints } from "./decode-points.ts";
import "./map.css";
import { MapCanvas } from "./map-canvas.tsx";
import { NearTexts } from "./near-texts.tsx";

const MOST_POINTS = 200_000;

export function MapPage() {
  const { time, filter } = useSlice();
  const open = useOpen();
  const { palette } = useChartStyle();
  const [litKey, setLitKey] = useState<string>();
  const [picked, setPicked] = useState<readonly [x: number, y: number]>();
  const lens = useLensId();
  const scope = { lens, time, ...(filter === undefined ? {} : { filter: JSON.stringify(filter) }) };
  const tree = useTopicTree(scope);
  const map = useQuery({
    queryKey: ["topics", "map", scope],
    queryFn: ({ signal }) =>
      client.call("getTopicMap", { query: { ...scope, limit: MOST_POINTS } }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 5 * 60_000,
  });
  const { data } = map;
  const points = useMemo(() => data && decodePoints(data), [data]);
  const nodes = tree.data?.nodes ?? [];
  const groups = nodes.filter(({ level }) => level === "group");
  return (
    <Page
      fill
      title="Topics"
      tab="Map of topics"
      answers={
        data === undefined
          ? "What customers say, alike beside alike."
          : `What customers say, alike beside alike: ${pointWords(data)}. Only nearness means something, not direction.`
      }
    >
      <TopicsNav />
      {map.isPending && <Skeleton role="status" height={420} aria-label="Loading the map" />}
      {map.error && <ErrorState error={map.error} onRetry={() => void map.refetch()} />}
      {data?.points === 0 && <NoMap isLaidOut={data.total > 0} />}
      {points && points.count > 0 && (
        <div className={map.isPlaceholderData ? "map-frame stale" : "map-frame"}>
          <MapCanvas
            points={points}
            nodes={nodes}
            palette={palette}
            litKey={litKey}
            marked={picked}
            label="Map of what customers say. Arrows move it, plus and minus zoom, Enter shows what is said in the middle. The topics as a tree and table are under Topics."
            onPick={(x, y) => setPicked([x, y])}
            onOpenNode={(node) => open(node.name, { op: "in", field: "topic", values: node.topicIds })}
          >
            {picked && <NearTexts scope={scope} at={picked} onClose={() => setPicked(undefined)} />}
          </MapCanvas>
          <fieldset className="map-key">
            <legend className="visually-hidden">Groups by colour; press one to light it up</legend>
            {groups.map((group) => (
              <button
                type="button"
                key={group.key}
                className="map-key-item"
                aria-pressed={litKey === group.key}
                onClick={() => setLitKey(litKey === group.key ? undefined : group.key)}
              >
                <span className="key-dot" style={{ background: topicColour(group.color, palette) }} />
                {group.name}
              </button>
            ))}
          </fieldset>
        </div>
      )}
    </Page>
  );
}

function pointWords(data: { readonly points: number; readonly total: number }): string {
  return data.points < data.total
    ? `${formatCount(data.points)} of ${formatCount(data.total)} different texts`
    : `${formatCount(data.points)} different texts`;
}

function NoMap(props: { readonly isLaidOut: boolean }) {
  return (
    <div className="panel">
      {props.isLaidOut ? (
        <EmptyState title="Nothing to show here" />
      ) : (
        <EmptyState
          title="No text that passes this filter lies on the map"
          next={
            <Link to="/topics" search={carrySearch}>
              See the topics
            </Link>
          }
        >
          The map is laid out when topics are found. Texts that came since lie on it after the next run.
        </EmptyState>
      )}
    </div>
  );
}
