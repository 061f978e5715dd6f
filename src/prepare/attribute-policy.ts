// What happens to an attribute of a conversation: which names speak of a person, and what is then done with the value.

export const ATTRIBUTE_POLICIES = ["keep", "mask", "pseudonym", "drop"] as const;

/**
 * - `keep`: stored; a text is redacted like a message first.
 * - `mask`: stored as `[REDACTED]`, so that one sees that there was a value.
 * - `pseudonym`: stored as 16 hex characters that are the same for the same value in this workspace.
 * - `drop`: not stored.
 */
export type AttributePolicy = (typeof ATTRIBUTE_POLICIES)[number];
