// What may be decided about recognised values, as data: redaction obeys it, the records keep it, the workbench shows it.
import { z } from "zod";
import { CONTEXT_TYPES, REDACTION_TYPES, type RedactionType } from "./redaction-tag.ts";

/** Left as it stands, masked by its type's name, or replaced by a pseudonym that is the same in the whole workspace. */
export const REDACTION_ACTIONS = ["keep", "mask", "pseudonym"] as const;
export type RedactionAction = (typeof REDACTION_ACTIONS)[number];

export type RedactionPolicy = {
  /** For every type that `perType` does not name, but `CONTEXT_TYPES`, which are kept unless named. */
  readonly default: RedactionAction;
  readonly perType: Readonly<Partial<Record<RedactionType, RedactionAction>>>;
  /** Names of the company, its brands and its products: the tagger must not take them for people. Default: none. */
  readonly ownNames?: readonly string[];
};

/** A policy as it is kept in the records. */
export const redactionPolicySchema = z.object({
  default: z.enum(REDACTION_ACTIONS),
  perType: z.partialRecord(z.enum([...REDACTION_TYPES, ...CONTEXT_TYPES]), z.enum(REDACTION_ACTIONS)),
  ownNames: z.array(z.string().trim().min(1).max(100)).max(10_000).exactOptional(),
});

/** Masks everything, except that people keep a pseudonym so that one can see who spoke of whom. */
export const DEFAULT_REDACTION_POLICY: RedactionPolicy = {
  default: "mask",
  perType: { PERSON: "pseudonym" },
};

/** What happens to values of this type. */
export function actionFor(policy: RedactionPolicy, type: RedactionType): RedactionAction {
  return policy.perType[type] ?? (isContextType(type) ? "keep" : policy.default);
}

function isContextType(type: RedactionType): boolean {
  return CONTEXT_TYPES.some((known) => known === type);
}

/** What the records hold, or the default when that is no policy. */
export function readRedactionPolicy(stored: unknown): RedactionPolicy {
  return redactionPolicySchema.safeParse(stored).data ?? DEFAULT_REDACTION_POLICY;
}
