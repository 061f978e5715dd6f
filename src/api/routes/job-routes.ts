// Work behind the pages.
import { AppError } from "../../core/errors.ts";
import { addAudit } from "../../records/audit.ts";
import { getJob, listJobs } from "../../records/job-progress.ts";
import type { Row } from "../../records/schema.ts";
import type { Handlers } from "../handler.ts";
import type { ApiServices } from "../services.ts";

type Names = "getJobs" | "cancelJob";

export function jobRoutes(services: ApiServices): Handlers<Names> {
  const { workspace, queue } = services;
  const { db } = services.records;
  return {
    async getJobs() {
      const rows = await listJobs(db, workspace, 100);
      return { jobs: rows.map(describe) };
    },
    async cancelJob({ params }, { caller }) {
      const job = await getJob(db, workspace, params.id);
      if (job === undefined) {
        throw new AppError("NOT_FOUND", { kind: "job", id: params.id });
      }
      await queue.cancel(params.id);
      await addAudit(db, workspace, { actor: caller.actor, action: "job.cancel", subject: params.id });
      return { done: true };
    },
  };
}

/** What people see of each kind of job. */
const LABELS: Readonly<Record<string, string>> = {
  assign: "Labelling what just arrived",
  enrich: "Reading and labelling",
  discover: "Finding topics anew",
  refine: "Refining topics",
  lenses: "Finding topics under lenses",
  "topic-model": "Fitting a topic model",
  sample: "Loading the sample",
};

function describe(row: Row<"job_progress">) {
  const words = row.kind.replaceAll(/[-_.]/g, " ");
  return {
    id: row.id,
    kind: row.kind,
    label: LABELS[row.kind] ?? words.charAt(0).toUpperCase() + words.slice(1),
    state: row.state,
    progress: {
      done: Math.max(0, Math.round(Number(row.done))),
      total: row.total === null ? null : Math.round(Number(row.total)),
      unit: row.note ?? "",
    },
    createdAt: row.created_at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
    error: row.error,
  };
}
