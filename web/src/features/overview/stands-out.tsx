import { Skeleton } from "@mantine/core";
import { IconSparkles } from "@tabler/icons-react";
import type { UseQueryResult } from "@tanstack/react-query";
import type { QueryResponse } from "../../../../src/contract/query.ts";
import type { TopicList } from "../../../../src/contract/topics.ts";
import { useOpen } from "../../app/use-open.ts";
import { nameBucket } from "../../ui/format.ts";
import { bucketTime } from "../filter/time-words.ts";
import { type Finding, findFindings } from "./findings.ts";
import { shareChanges, wholeBuckets } from "./findings-input.ts";

/** Two or three findings in words, or that nothing is more than chance gives. */
export function StandsOut(props: {
  readonly totals: UseQueryResult<QueryResponse>;
  readonly topics: UseQueryResult<TopicList>;
}) {
  const open = useOpen();
  const totals = props.totals.data;
  const topics = props.topics.data;
  if (props.totals.isError || props.topics.isError) return null;
  if (totals === undefined || topics === undefined)
    return <Skeleton role="status" height={64} aria-label="Looking for what stands out" />;
  const findings = findFindings({
    conversations: {
      now: totals.total.measures["conversations"]?.value ?? 0,
      before: totals.total.previous?.["conversations"]?.value ?? null,
    },
    shares: shareChanges(totals),
    topics: topics.topics,
    wholeBuckets: wholeBuckets(topics, new Date()),
    nameBucket: (index) =>
      `${topics.grain === "week" ? "in the " : topics.grain === "day" ? "on " : "in "}${nameBucket(topics.buckets[index] ?? "", topics.grain)}`,
  });
  const openFinding = ({ subject, filter, bucket }: Finding) => {
    const start = bucket === undefined ? undefined : topics.buckets[bucket];
    const title = start === undefined ? subject : `${subject}, ${nameBucket(start, topics.grain)}`;
    open(title, filter, start === undefined ? undefined : bucketTime(start, topics.grain, topics.window));
  };
  return (
    <section className="panel findings" aria-label="What stands out">
      <IconSparkles size={16} className="findings-icon" aria-hidden />
      {findings.length === 0 ? (
        <p className="muted">
          Nothing stands out: what has changed here is within what chance gives, or too small to matter.
        </p>
      ) : (
        <ul>
          {findings.map((finding) => (
            <li key={finding.id}>
              <button type="button" className="opens" onClick={() => openFinding(finding)}>
                {finding.subject}
              </button>{" "}
              {finding.says}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
