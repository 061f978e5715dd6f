// What happens to a recognised value: kept, masked by its type's name, or replaced by a pseudonym of its own.
import { z } from "zod";
import {
  CONTEXT_TYPES,
  type ContextType,
  REDACTION_TYPES,
  type RedactionType,
} from "../../core/redaction-tag.ts";

export const REDACTION_ACTIONS = ["keep", "mask", "pseudonym"] as const;
export type RedactionAction = (typeof REDACTION_ACTIONS)[number];

const ALL_TYPES: readonly RedactionType[] = [...REDACTION_TYPES, ...CONTEXT_TYPES];

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
  perType: z.partialRecord(z.enum(ALL_TYPES), z.enum(REDACTION_ACTIONS)),
  ownNames: z.array(z.string().trim().min(1).max(100)).max(10_000).exactOptional(),
});

/** Masks everything, except that people keep a pseudonym so that one can see who spoke of whom. */
export const DEFAULT_REDACTION_POLICY: RedactionPolicy = {
  default: "mask",
  perType: { PERSON: "pseudonym" },
};

export function actionFor(policy: RedactionPolicy, type: RedactionType): RedactionAction {
  return policy.perType[type] ?? (isContextType(type) ? "keep" : policy.default);
}

function isContextType(type: RedactionType): type is ContextType {
  return CONTEXT_TYPES.some((known) => known === type);
}

/** The types of context that the policy does not keep. */
export function contextToReplace(policy: RedactionPolicy): readonly ContextType[] {
  return CONTEXT_TYPES.filter((type) => actionFor(policy, type) !== "keep");
}

/**
 * Reads a policy as people write it: `mask`, or `pseudonym,EMAIL=keep,PHONE=mask`. A word without `=` sets the default
 * (`mask` when there is none); `strict` masks the types of context too. Returns the text of what is wrong instead of throwing.
 */
export function parseRedactionPolicy(text: string): RedactionPolicy | { readonly problem: string } {
  let fallback: RedactionAction = DEFAULT_REDACTION_POLICY.default;
  const perType: Partial<Record<RedactionType, RedactionAction>> = {};
  for (const part of text.split(",").map((word) => word.trim())) {
    if (part === "") continue;
    if (part.toLowerCase() === "strict") {
      for (const type of CONTEXT_TYPES) perType[type] ??= "mask";
      continue;
    }
    const [left = "", right] = part.split("=");
    const action = REDACTION_ACTIONS.find((known) => known === (right ?? left).toLowerCase());
    if (action === undefined)
      return { problem: `"${right ?? left}" is none of ${REDACTION_ACTIONS.join(", ")}` };
    if (right === undefined) {
      fallback = action;
      continue;
    }
    const type = ALL_TYPES.find((known) => known === left.toUpperCase());
    if (type === undefined) return { problem: `"${left}" is none of ${ALL_TYPES.join(", ")}` };
    perType[type] = action;
  }
  return { default: fallback, perType };
}

/** Whether any type is replaced by pseudonyms, for which a key is needed. */
export function usesPseudonyms(policy: RedactionPolicy): boolean {
  return ALL_TYPES.some((type) => actionFor(policy, type) === "pseudonym");
}
