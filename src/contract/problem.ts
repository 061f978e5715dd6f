// Errors as RFC 9457 problem details. `code` names the entry of the error catalogue; `requestId` finds the cause in the log.
import { z } from "zod";

export const problemSchema = z
  .object({
    type: z.string().describe("urn:parlance:error:CODE; docs/errors.md describes each code"),
    title: z.string().describe("What happened, for a person"),
    status: z.number().int(),
    code: z.string(),
    detail: z.string().describe("What to do about it"),
    instance: z.string().optional(),
    requestId: z.string(),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .describe("For an invalid request: where, and what was expected"),
  })
  .meta({ id: "Problem" });
export type Problem = z.output<typeof problemSchema>;
