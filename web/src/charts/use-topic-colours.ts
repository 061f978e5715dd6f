import { useKnownTopics } from "../api/topic-hooks.ts";
import { topicColour } from "./colours.ts";
import { useChartStyle } from "./use-chart-style.ts";

/** Colours by topic id, for places that know no more of a topic than its id. */
export function useTopicColours(): (id: number) => string {
  const { palette } = useChartStyle();
  const topics = useKnownTopics();
  return (id) => topicColour(topics.find((topic) => topic.id === id)?.color, palette);
}
