// The form in which a redacted value stands in stored text: `[EMAIL]` when masked, `[PERSON:k3x7q2]` when replaced by a
// pseudonym, `[person]` in normalised text. One definition, read by redaction (which writes it), normalising, the encoder and the workbench.

export const REDACTION_TYPES = [
  "PERSON",
  "EMAIL",
  "PHONE",
  "CARD",
  "IBAN",
  "NATIONAL_ID",
  "IP",
  "MAC",
  "SECRET",
  "URL",
  "BIRTH_DATE",
  "ADDRESS",
  "HANDLE",
] as const;
/** What may point to a person but is what conversations are mined for. Kept in the text unless a policy names it. */
export const CONTEXT_TYPES = [
  "LOCATION",
  "ORGANISATION",
  "PRODUCT",
  "GROUP",
  "AGE",
  "DATE",
  "TITLE",
  "WEBSITE",
] as const;
export type ContextType = (typeof CONTEXT_TYPES)[number];
export type RedactionType = (typeof REDACTION_TYPES)[number] | ContextType;

const TAG = `\\[(${[...REDACTION_TYPES, ...CONTEXT_TYPES].join("|")})(?::([a-z2-7]{6,12}))?\\]`;

/** Matches every redaction tag; group 1 is the type, group 2 the pseudonym if there is one. Make a fresh one for each scan. */
export function redactionTagPattern(): RegExp {
  return new RegExp(TAG, "g");
}

/** The same for normalised text too, where tags are in lower case. */
export function anyCaseTagPattern(): RegExp {
  return new RegExp(TAG, "gi");
}

export function formatRedactionTag(type: RedactionType, pseudonym?: string): string {
  return pseudonym === undefined ? `[${type}]` : `[${type}:${pseudonym}]`;
}
