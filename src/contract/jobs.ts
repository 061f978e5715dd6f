// Work that goes on behind the pages: enriching, finding topics, loading the sample.
import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { countSchema, doneSchema, idParams, instantSchema } from "./values.ts";

export const jobSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    label: z.string(),
    state: z.enum(["waiting", "running", "done", "failed", "cancelled"]),
    /** In the job's own unit; null when it cannot be known. */
    progress: z.object({ done: countSchema, total: countSchema.nullable(), unit: z.string() }).nullable(),
    createdAt: instantSchema,
    startedAt: instantSchema.nullable(),
    finishedAt: instantSchema.nullable(),
    error: z.string().nullable(),
  })
  .meta({ id: "Job" });
export type Job = z.output<typeof jobSchema>;

export const getJobs = endpoint({
  method: "GET",
  path: "/v1/jobs",
  tag: "jobs",
  summary: "List the jobs that wait, run or have lately ended",
  access: "read",
  output: z.object({ jobs: z.array(jobSchema) }),
});

export const cancelJob = endpoint({
  method: "POST",
  path: "/v1/jobs/:id/cancel",
  tag: "jobs",
  summary: "Cancel a job; what it has done stays",
  access: "write",
  params: idParams,
  output: doneSchema,
});
