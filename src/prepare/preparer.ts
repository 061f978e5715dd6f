// What the pipeline calls between reading and storing. `createPreparer` in prepare-conversation.ts makes one.

import type { RedactionPolicy } from "../core/redaction-policy.ts";
import type { RedactionType } from "../core/redaction-tag.ts";
import type { Place, SourceConversation } from "../core/source-conversation.ts";
import type { AttributePolicy } from "./attribute-policy.ts";
import type { PreparedConversation } from "./prepared.ts";

export type PreparerOptions = {
  readonly workspace: string;
  readonly source: string;
  /** The workspace's secret. Pseudonyms and content hashes are made with it; with another key nothing matches. */
  readonly key: string;
  /** Default: `DEFAULT_REDACTION_POLICY`. */
  readonly policy?: RedactionPolicy;
  /**
   * Where phone numbers without a country code belong, as ISO 3166 (`US`, `GB`, …), where a conversation
   * names no country in an attribute. Default: none.
   */
  readonly region?: string;
  /**
   * Longer messages are cut (after redaction) and end in `…`. Default: 1,000,000 UTF-16 code units, which is what the
   * readers let through, so that nothing is cut.
   */
  readonly maxMessageChars?: number;
  /** By attribute name. Attributes not named here get what `guessAttributePolicy` says of their name. */
  readonly attributePolicy?: Readonly<Record<string, AttributePolicy>>;
};

/** A value known to be personal. Raw: it stays in memory, never in a file, a log or a queue. */
export type KnownValue = { readonly type: RedactionType; readonly value: string };

/** What an earlier part of the same conversation left behind. */
export type EarlierPart = {
  readonly known?: readonly KnownValue[];
  /** Position of this part's first message. Default 0. */
  readonly firstPosition?: number;
};

export type PrepareResult = {
  readonly conversation: PreparedConversation;
  /** Everything found personal so far, for a later part of the same conversation. Raw: memory only. */
  readonly known: readonly KnownValue[];
  /** Messages that had the same id (or the same sender, time and text with the same id) as a later one: not in the result. */
  readonly duplicates: number;
  /** Messages longer than `maxMessageChars`: cut. */
  readonly truncated: readonly Place[];
};

export type Preparer = {
  /**
   * Redacts, segments and normalises a conversation and gives everything its key. Pure and deterministic: no clock, no
   * I/O. `messages.length` in equals `messages.length` out plus `duplicates`. Throws RangeError if a `sentAt` is no time.
   */
  prepare(conversation: SourceConversation, earlier?: EarlierPart): PrepareResult;
};
