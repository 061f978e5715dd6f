import type { Job } from "../../../src/contract/jobs.ts";
import { formatCount } from "../ui/format.ts";

/** A running job in one line: "Labelling utterances: 1,200 of 40,000 utterances". */
export function jobWords(job: Pick<Job, "label" | "progress">): string {
  if (job.progress === null || job.progress.unit === "") return job.label;
  const { done, total, unit } = job.progress;
  const amount = total === null ? formatCount(done) : `${formatCount(done)} of ${formatCount(total)}`;
  return `${job.label}: ${amount} ${unit}`;
}

/** How far it is, from 0 to 1; undefined when that cannot be known. */
export function progressOf(job: Pick<Job, "progress">): number | undefined {
  if (job.progress === null || job.progress.total === null || job.progress.total === 0) return undefined;
  return Math.min(1, job.progress.done / job.progress.total);
}
