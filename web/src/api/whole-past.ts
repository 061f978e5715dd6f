// A change is shown only where the stretch before lies wholly within the data: against a past that begins half-way, everything
// would seem to have risen. Pure.
import type { QueryResponse } from "../../../src/contract/query.ts";
import type { TopicList } from "../../../src/contract/topics.ts";
import { localDay } from "../ui/format.ts";

type Compared = Pick<QueryResponse, "comparedWith">;

/** Whether conversations were already there when the stretch before began. True when nothing is compared. */
export function isPastWhole({ comparedWith }: Compared, firstDay: string | null): boolean {
  if (comparedWith === null) return true;
  return firstDay !== null && localDay(comparedWith.from, comparedWith.timeZone) >= firstDay;
}

/** An answer without comparisons that would mislead. */
export function measuresWithWholePast(answer: QueryResponse, firstDay: string | null): QueryResponse {
  if (isPastWhole(answer, firstDay)) return answer;
  return {
    ...answer,
    rows: answer.rows.map((row) => ({ ...row, previous: null })),
    total: { ...answer.total, previous: null },
  };
}

export function topicsWithWholePast(answer: TopicList, firstDay: string | null): TopicList {
  if (isPastWhole(answer, firstDay)) return answer;
  return { ...answer, topics: answer.topics.map((topic) => ({ ...topic, previous: null })) };
}
