// What the workspace is and holds: the first thing that the workbench asks.
import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { channelSchema, countSchema, daySchema } from "./values.ts";

/** 1 is Monday, 7 is Sunday (ISO 8601). */
const weekStartSchema = z.number().int().min(1).max(7);
const timeZoneSchema = z
  .string()
  .refine(isTimeZone, { error: "expected an IANA zone, such as Europe/Berlin" });

export const attributeSummarySchema = z.object({
  name: z.string(),
  kind: z.enum(["text", "number", "boolean", "time"]),
  /** Conversations that have it. */
  conversations: countSchema,
  /** The commonest values, for text and boolean. */
  values: z.array(z.object({ value: z.string(), conversations: countSchema })),
  /** Number, or ISO 8601 time. */
  lowest: z.union([z.number(), z.string()]).nullable(),
  highest: z.union([z.number(), z.string()]).nullable(),
});

export const workspaceSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    timeZone: z.string(),
    weekStart: weekStartSchema,
    /** What fewer customers than this say is withheld from breakdowns and topics. 1 withholds nothing. Default 3. */
    smallestGroup: z.number().int().min(1),
    mode: z.enum(["local", "accounts"]),
    counts: z.object({ conversations: countSchema, messages: countSchema, utterances: countSchema }),
    /** Days of the first and last conversation's start in the workspace's zone; null when there are none. */
    firstDay: daySchema.nullable(),
    lastDay: daySchema.nullable(),
    /** Progress of the sample data; null when this workspace has none. */
    sample: z
      .object({ state: z.enum(["loading", "done"]), done: countSchema, total: countSchema })
      .nullable(),
    /** Utterances that no model has read yet. */
    waitingUtterances: countSchema,
    sources: z.array(z.object({ name: z.string(), conversations: countSchema })),
    channels: z.array(z.object({ channel: channelSchema, conversations: countSchema })),
    languages: z.array(z.object({ language: z.string(), conversations: countSchema })),
    attributes: z.array(attributeSummarySchema),
    /** Version of the encoder behind topics and semantic search; empty when none has run. */
    encoder: z.string(),
    version: z.string(),
  })
  .meta({ id: "Workspace" });
export type Workspace = z.output<typeof workspaceSchema>;

export const getWorkspace = endpoint({
  method: "GET",
  path: "/v1/workspace",
  tag: "workspace",
  summary: "Give the workspace, what it holds and how far the sample is",
  access: "read",
  output: workspaceSchema,
});

export const patchWorkspace = endpoint({
  method: "PATCH",
  path: "/v1/workspace",
  tag: "workspace",
  summary: "Rename the workspace or set its zone, its week's start or its smallest group",
  access: "admin",
  body: z
    .strictObject({
      name: z.string().trim().min(1).max(100),
      timeZone: timeZoneSchema,
      weekStart: weekStartSchema,
      smallestGroup: z.number().int().min(1).max(100),
    })
    .partial(),
  output: workspaceSchema,
});

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
