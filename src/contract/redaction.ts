// What happens to personal data of texts that come in from now on. The raw text is never kept, so a change touches nothing
// that is stored; importing the same files again replaces their messages.
import { z } from "zod";
import { REDACTION_ACTIONS } from "../core/redaction-policy.ts";
import { endpoint } from "./endpoint.ts";
import { redactionTypeSchema } from "./values.ts";

const actionSchema = z.enum(REDACTION_ACTIONS);

export const redactionSchema = z
  .object({
    /** Each type and what happens to it, in the order of the documentation. */
    types: z.array(
      z.object({
        type: redactionTypeSchema,
        /** `context` points to a person only together with other things, and is kept unless named. */
        kind: z.enum(["personal", "context"]),
        action: actionSchema,
        /** What happens unless somebody decides otherwise. */
        usual: actionSchema,
      }),
    ),
    /** The company's, its brands' and products' names: never taken for people. */
    ownNames: z.array(z.string()),
  })
  .meta({ id: "Redaction" });
export type Redaction = z.output<typeof redactionSchema>;

export const getRedaction = endpoint({
  method: "GET",
  path: "/v1/redaction",
  tag: "workspace",
  summary: "Say what happens to each type of personal data, and which names are the company's own",
  access: "read",
  output: redactionSchema,
});

export const patchRedaction = endpoint({
  method: "PATCH",
  path: "/v1/redaction",
  tag: "workspace",
  summary: "Keep, mask or replace types of personal data from now on, and name the company's own names",
  access: "admin",
  body: z
    .strictObject({
      /** Types that are not named stay as they are. */
      actions: z.partialRecord(redactionTypeSchema, actionSchema),
      /** The whole list. */
      ownNames: z.array(z.string().trim().min(1).max(100)).max(10_000),
    })
    .partial(),
  output: redactionSchema,
});
