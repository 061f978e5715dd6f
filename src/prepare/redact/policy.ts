// A redaction policy as people write it on the command line, and what follows from one.
import {
  actionFor,
  DEFAULT_REDACTION_POLICY,
  REDACTION_ACTIONS,
  type RedactionAction,
  type RedactionPolicy,
} from "../../core/redaction-policy.ts";
import {
  CONTEXT_TYPES,
  type ContextType,
  REDACTION_TYPES,
  type RedactionType,
} from "../../core/redaction-tag.ts";

const ALL_TYPES: readonly RedactionType[] = [...REDACTION_TYPES, ...CONTEXT_TYPES];

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
