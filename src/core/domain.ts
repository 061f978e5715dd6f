// The words of the domain as types. Everything else in Parlance speaks in these; nothing here does anything.

export const CHANNELS = ["web", "mobile", "social", "voice", "email", "sms", "api"] as const;
export type Channel = (typeof CHANNELS)[number];

export const ROLES = ["customer", "bot", "agent", "system"] as const;
export type Role = (typeof ROLES)[number];

export const OUTCOMES = ["resolved", "escalated", "abandoned", "unknown"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Where an outcome came from: the source said so, a rule derived it, a model judged it, a person set it. */
export const OUTCOME_ORIGINS = ["source", "rule", "model", "person", "none"] as const;
export type OutcomeOrigin = (typeof OUTCOME_ORIGINS)[number];

/** The emotions that a support team asks for, of which an utterance may have several. */
export const EMOTIONS = [
  ...(["anger", "frustration", "disappointment", "confusion", "worry", "urgency"] as const),
  ...(["gratitude", "joy", "neutral"] as const),
] as const;

/** What an utterance does; one that none of them fits is `other`. */
export const ACTS = [
  ...(["question", "request", "inform", "confirm", "deny", "offer"] as const),
  ...(["complaint", "wish", "thanks", "greeting", "goodbye"] as const),
] as const;

/** A typed attribute of a conversation or its customer. Times are ISO 8601 in UTC, marked by their kind. */
export type AttributeValue =
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "time"; readonly value: string };
export type Attributes = Readonly<Record<string, AttributeValue>>;

/** A half-open stretch of text in UTF-16 code units: `start` is in, `end` is out. */
export type TextSpan = { readonly start: number; readonly end: number };

export type Participant = {
  readonly role: Role;
  /** The source's id of the person or machine. Personal data: it is pseudonymised before it is stored. */
  readonly id?: string;
  /** Display name. Personal data: redacted everywhere in its conversation and never stored. */
  readonly name?: string;
};
