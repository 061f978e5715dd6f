import type { Topic } from "../../../../../src/contract/topics.ts";
import { useWorkspace } from "../../../api/hooks.ts";
import { useCurationLog, useLineage } from "../../../api/topic-hooks.ts";
import { formatInstant } from "../../../ui/format.ts";
import { EntryLine } from "../curation/entry-line.tsx";
import { changeWords } from "../lineage/change-words.ts";

/** How the topic came to be what it is: what runs did to it, and what people did. */
export function HistoryPanel(props: { readonly topic: Topic }) {
  const { timeZone } = useWorkspace();
  const { id, level } = props.topic;
  const lineage = useLineage({ topic: id, level, runs: 20 });
  const log = useCurationLog({ topic: id, limit: 20 });
  const runs = lineage.data?.runs.filter(({ changes }) => changes.length > 0) ?? [];
  const entries = log.data?.entries ?? [];
  return (
    <section className="panel" aria-label="How it came about">
      <h2>How it came about</h2>
      {entries.length > 0 && (
        <>
          <h3 className="history-head">What people changed</h3>
          <ul className="plain-list">
            {entries.map((entry) => (
              <li key={entry.id}>
                <EntryLine entry={entry} />
              </li>
            ))}
          </ul>
        </>
      )}
      <h3 className="history-head">What runs found</h3>
      {lineage.data && runs.length === 0 && (
        <p className="small muted">No run has changed it: it is as it was found, or as people made it.</p>
      )}
      <ul className="plain-list">
        {runs.map((run) => (
          <li key={run.id} className="history-run">
            <time className="small muted nowrap number" dateTime={run.at}>
              {formatInstant(run.at, timeZone)}
            </time>
            <span className="small">{run.changes.map(changeWords).join(". ")}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
