// What happens to a recognised value: kept, masked by its type's name, or replaced by a pseudonym of its own.
import { z } from "zod";
import { REDACTION_TYPES, type RedactionType } from "../../core/redaction-tag.ts";

export const REDACTION_ACTIONS = ["keep", "mask", "pseudonym"] as const;
export type RedactionAction = (typeof REDACTION_ACTIONS)[number];

export type RedactionPolicy = {
  /** For every type that `perType` does not name. */
  readonly default: RedactionAction;
  readonly perType: Readonly<Partial<Record<RedactionType, RedactionAction>>>;
};

/** A policy as it is kept in the records. */
export const redactionPolicySchema = z.object({
  default: z.enum(REDACTION_ACTIONS),
  perType: z.partialRecord(z.enum(REDACTION_TYPES), z.enum(REDACTION_ACTIONS)),
});

/** Masks everything, except that people keep a pseudonym so that one can see who spoke of whom. */
export const DEFAULT_REDACTION_POLICY: RedactionPolicy = {
  default: "mask",
  perType: { PERSON: "pseudonym" },
};

export function actionFor(policy: RedactionPolicy, type: RedactionType): RedactionAction {
  return policy.perType[type] ?? policy.default;
}

/**
 * Reads a policy as people write it: `mask`, or `pseudonym,EMAIL=keep,PHONE=mask`. A word without `=` sets the default
 * (`mask` when there is none). Returns the text of what is wrong instead of throwing.
 */
export function parseRedactionPolicy(text: string): RedactionPolicy | { readonly problem: string } {
  let fallback: RedactionAction = DEFAULT_REDACTION_POLICY.default;
  const perType: Partial<Record<RedactionType, RedactionAction>> = {};
  for (const part of text.split(",").map((word) => word.trim())) {
    if (part === "") continue;
    const [left = "", right] = part.split("=");
    const action = REDACTION_ACTIONS.find((known) => known === (right ?? left).toLowerCase());
    if (action === undefined)
      return { problem: `"${right ?? left}" is none of ${REDACTION_ACTIONS.join(", ")}` };
    if (right === undefined) {
      fallback = action;
      continue;
    }
    const type = REDACTION_TYPES.find((known) => known === left.toUpperCase());
    if (type === undefined) return { problem: `"${left}" is none of ${REDACTION_TYPES.join(", ")}` };
    perType[type] = action;
  }
  return { default: fallback, perType };
}

/** Whether any type is replaced by pseudonyms, for which a key is needed. */
export function usesPseudonyms(policy: RedactionPolicy): boolean {
  return REDACTION_TYPES.some((type) => actionFor(policy, type) === "pseudonym");
}
