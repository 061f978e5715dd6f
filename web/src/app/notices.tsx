// What everybody on the page should know now: the sample is still coming in, work goes on behind, the server is gone.
import { Progress } from "@mantine/core";
import { IconInfoCircle, IconPlugConnectedX } from "@tabler/icons-react";
import { useJobs, useWorkspace } from "../api/hooks.ts";
import { formatCount } from "../ui/format.ts";
import { jobWords, progressOf } from "./job-words.ts";

export function Notices(props: { readonly isServerGone: boolean }) {
  return (
    <div className="notices">
      {props.isServerGone && (
        <div className="notice notice-warning" role="alert">
          <IconPlugConnectedX size={16} aria-hidden />
          The server does not answer. What you see is what it said last; it is asked again by itself.
        </div>
      )}
      <SampleNotice />
      <UnreadNotice />
      <JobNotices />
    </div>
  );
}

function SampleNotice() {
  const { sample } = useWorkspace();
  if (sample === null || sample.state === "done") return null;
  return (
    <div className="notice" role="status">
      <IconInfoCircle size={16} aria-hidden />
      <span>
        {formatCount(sample.done)} of {formatCount(sample.total)} sample conversations are in; the rest
        follow. Numbers grow until then.
      </span>
      <Progress
        className="notice-progress"
        value={(100 * sample.done) / Math.max(1, sample.total)}
        aria-label="Sample loaded"
      />
    </div>
  );
}

/** Below this part the numbers hardly move. */
const WORTH_SAYING = 0.01;

function UnreadNotice() {
  const { waitingUtterances, counts, sample } = useWorkspace();
  if (
    waitingUtterances < WORTH_SAYING * counts.utterances ||
    waitingUtterances === 0 ||
    sample?.state === "loading"
  )
    return null;
  const read = counts.utterances - waitingUtterances;
  return (
    <div className="notice" role="status">
      <IconInfoCircle size={16} aria-hidden />
      <span>
        {formatCount(read)} of {formatCount(counts.utterances)} utterances have been read for topic and
        sentiment; those numbers rest on them and grow.
      </span>
      <Progress
        className="notice-progress"
        value={(100 * read) / Math.max(1, counts.utterances)}
        aria-label="Utterances read"
      />
    </div>
  );
}

function JobNotices() {
  const { data } = useJobs();
  const isSampleShown = useWorkspace().sample?.state === "loading";
  return data?.jobs
    .filter(
      (job) => job.state === "running" && !(isSampleShown && job.kind === "sample") && progressOf(job) !== 1,
    )
    .slice(0, 2)
    .map((job) => {
      const part = progressOf(job);
      return (
        <div className="notice" role="status" key={job.id}>
          <IconInfoCircle size={16} aria-hidden />
          <span>{jobWords(job)}</span>
          {part !== undefined && (
            <Progress className="notice-progress" value={100 * part} aria-label={job.label} />
          )}
        </div>
      );
    });
}
