// Shapes that many answers share.
import { z } from "zod";
import { CHANNELS, OUTCOME_ORIGINS, OUTCOMES, ROLES } from "../core/domain.ts";
import { CONTEXT_TYPES, REDACTION_TYPES } from "../core/redaction-tag.ts";

export const channelSchema = z.enum(CHANNELS);
export const outcomeSchema = z.enum(OUTCOMES);
export const outcomeOriginSchema = z.enum(OUTCOME_ORIGINS);
export const roleSchema = z.enum(ROLES);
export const redactionTypeSchema = z.enum([...REDACTION_TYPES, ...CONTEXT_TYPES]);

/** ISO 8601 in UTC with milliseconds: `2026-03-05T14:30:00.000Z`. */
export const instantSchema = z.iso.datetime({ precision: 3 });
/** A calendar day in the workspace's zone: `2026-03-05`. */
export const daySchema = z.iso.date();
export const countSchema = z.number().int().nonnegative();

/** A share of n with its 95 % Wilson interval; null when n is 0. */
export const shareSchema = z.object({
  value: z.number().nullable(),
  n: countSchema,
  low: z.number().nullable(),
  high: z.number().nullable(),
});

/** The stretch of time that an answer covers: instants, half-open, and the zone in which days are cut. */
export const windowSchema = z.object({
  from: instantSchema,
  to: instantSchema,
  timeZone: z.string(),
});

export const idParams = z.object({ id: z.string().min(1).max(100) });
export const doneSchema = z.object({ done: z.literal(true) });

/** A JSON value in a query string. */
export function jsonParameter<T extends z.ZodType>(schema: T) {
  return z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: "custom", message: "expected JSON" });
        return z.NEVER;
      }
    })
    .pipe(schema);
}
