// A line of `parlance label`: what it must hold, and what is wrong with one that does not, in words without its content.
import { z } from "zod";
import { ROLES } from "../../core/domain.ts";

const id = z.union([z.string(), z.number()]);
const lineFields = z.looseObject({
  text: z.string("has no text in the field `text`"),
  id: id.optional().catch(undefined),
  conversation: id.nullish().transform((value) => (value == null ? undefined : String(value))),
  role: z.enum(ROLES, `has a role other than ${ROLES.join(", ")}`).default("customer"),
  time: z
    .union([z.string(), z.number()], "has a time that is neither text nor number")
    .nullish()
    .transform((value, context) => {
      if (value == null) return undefined;
      const time = new Date(value);
      if (!Number.isNaN(time.getTime())) return time;
      context.addIssue({ code: "custom", message: "has a time that cannot be read (use ISO 8601)" });
      return z.NEVER;
    }),
});

export type LabelLine = {
  /** All fields of the line as they stood, in their order. */
  readonly record: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly isCustomer: boolean;
  readonly conversation: string | undefined;
  readonly time: Date | undefined;
};

/** The line's fields, or what is wrong with them as the end of "Line 3 …". */
export function readLabelLine(record: Readonly<Record<string, unknown>>): LabelLine | string {
  const parsed = lineFields.safeParse(record);
  if (!parsed.success) return parsed.error.issues[0]?.message ?? "cannot be used";
  const { text, role, conversation, time } = parsed.data;
  return { record, text, isCustomer: role === "customer", conversation, time };
}
