// The port of everything that finds personal data: rules now, a trained model later.
import type { TextSpan } from "../../core/domain.ts";
import type { RedactionType } from "../../core/redaction-tag.ts";
import type { TextProfile } from "./text-profile.ts";

export type Candidate = TextSpan & {
  readonly type: RedactionType;
  /** How sure: 1 is a checksum or an unmistakable form, 0.5 a form that needs its context. */
  readonly score: number;
  /** The value in its one form, from which the pseudonym is made. Default: the text in lower case. */
  readonly canonical?: string;
};

export type RecogniserContext = {
  /** The message before this one as far as it is known to end, or empty: what was asked there is answered here. */
  readonly previous: string;
  /** Where phone numbers without a country code belong (ISO 3166), or none. */
  readonly region: string | undefined;
};

export type Recogniser = {
  readonly name: string;
  /** Whether a text of this profile is worth reading. Must be cheap; must be true whenever `find` could find something. */
  applies(profile: TextProfile): boolean;
  /**
   * Everything found, in any order, possibly overlapping. A function of the text and of what it looks at in the context
   * (look at no more than is needed: what was found is remembered for texts that come again). Time and memory must be linear in the text's length. A
   * character U+FFFC in the text is something already redacted: no rule should reach across it.
   */
  find(text: string, context: RecogniserContext): readonly Candidate[];
};

/** Stands in the text for what is already redacted. */
export const REDACTED_CHAR = "\uFFFC";
