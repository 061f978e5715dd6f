// Between reading and storing: sorts a conversation, redacts it as a whole, cuts it into utterances and gives everything
// its key. Nothing raw leaves but `known`, which its caller keeps in memory for a later part of the same conversation.
import { hash } from "node:crypto";
import type { Participant } from "../core/domain.ts";
import { conversationId, keyedHash, messageId } from "../core/ids.ts";
import type { SourceConversation, SourceMessage } from "../core/source-conversation.ts";
import { conversationRegion } from "./conversation-region.ts";
import { identityPseudonym, looksPersonal } from "./identity-pseudonym.ts";
import { normaliseText } from "./normalise/normalise-text.ts";
import { createAttributePreparer } from "./prepare-attributes.ts";
import type { PreparedConversation, PreparedMessage, PreparedUtterance } from "./prepared.ts";
import type { EarlierPart, KnownValue, PrepareResult, Preparer, PreparerOptions } from "./preparer.ts";
import { RecentCache } from "./recent-cache.ts";
import { createRedactor, type RedactedText } from "./redact/redactor.ts";
import { segmentUtterances } from "./segment/segment-utterances.ts";
import { cutRedacted, rawLimit } from "./truncate-message.ts";

const DEFAULT_MAX_MESSAGE_CHARS = 1_000_000;
const SEPARATOR = "\u0000";

/** A message on its way, with its time as ISO 8601 in UTC and its key. */
type Keyed = { readonly message: SourceMessage; readonly sentAt: string; readonly id: string };

/** Makes the preparer of one source of one workspace. See `Preparer.prepare`. */
export function createPreparer(options: PreparerOptions): Preparer {
  const { workspace, source, key } = options;
  const maxChars = options.maxMessageChars ?? DEFAULT_MAX_MESSAGE_CHARS;
  const redactor = createRedactor({
    key,
    ...(options.policy === undefined ? {} : { policy: options.policy }),
    ...(options.region === undefined ? {} : { region: options.region }),
  });
  const attributes = createAttributePreparer(key, options.attributePolicy ?? {});

  function pseudonymOf(person: Omit<Participant, "role"> | undefined, cache: Map<string, string>): string {
    const id = person?.id ?? (person?.name === undefined ? undefined : `name:${person.name.toLowerCase()}`);
    if (id === undefined || id.trim() === "") return "";
    const known = cache.get(id);
    if (known !== undefined) return known;
    const pseudonym = identityPseudonym(key, id);
    cache.set(id, pseudonym);
    return pseudonym;
  }

  function prepare(conversation: SourceConversation, earlier: EarlierPart = {}): PrepareResult {
    const pseudonyms = new Map<string, string>();
    const externalId = looksPersonal(conversation.externalId)
      ? identityPseudonym(key, conversation.externalId)
      : conversation.externalId;
    const id = conversationId(workspace, source, externalId);
    const { kept, duplicates } = keyMessages(id, key, conversation.messages);

    const given = [
      ...(earlier.known ?? []),
      ...peopleOf(conversation),
      ...attributes.knownValues(conversation.attributes ?? {}),
    ];
    const rawTexts = kept.map(({ message }) => message.text.slice(0, rawLimit(maxChars)));
    const redacted = redactor.redactConversation(
      rawTexts,
      given,
      conversationRegion(conversation.attributes),
    );

    const truncated = kept.filter(({ message }) => message.text.length > maxChars);
    const messages = kept.map((keyed, index): PreparedMessage => {
      const whole = redacted.messages[index] ?? { text: "", redactions: [], spans: [] };
      const isLong = keyed.message.text.length > maxChars;
      return finishMessage(
        keyed,
        isLong ? cutRedacted(whole, maxChars) : whole,
        (earlier.firstPosition ?? 0) + index,
        id,
        pseudonymOf(keyed.message.participant, pseudonyms),
      );
    });
    const customer =
      conversation.customer ??
      kept.find(({ message }) => message.participant.role === "customer")?.message.participant;
    return {
      conversation: finishConversation(conversation, {
        conversationId: id,
        source,
        externalId,
        customer: pseudonymOf(customer, pseudonyms),
        attributes: attributes.prepare(conversation.attributes ?? {}, redacted.redactAlone),
        messages,
      }),
      known: redacted.known,
      duplicates,
      truncated: truncated.map(({ message }) => message.place),
    };
  }

  return { prepare };
}

/**
 * Sorts by time (stable), gives each message its key and leaves out repeats. Without an id of its own a message is known by
 * its sender, time and text, and by how many like it came before. Of two with one id the one later in the source stays:
 * it is the newer version.
 */
function keyMessages(
  conversation: string,
  key: string,
  messages: readonly SourceMessage[],
): { readonly kept: readonly Keyed[]; readonly duplicates: number } {
  const occurrences = new Map<string, number>();
  const byId = new Map<string, Keyed>();
  for (const message of messages) {
    const sentAt = toUtc(message.sentAt);
    const identity = message.externalId ?? "";
    let id: string;
    if (identity !== "") {
      id = messageId(conversation, { externalId: identity });
    } else {
      const { role, id: sender, name } = message.participant;
      const content = [role, sender ?? name ?? "", sentAt, message.text].join(SEPARATOR);
      const contentHash = keyedHash(key, "message", content);
      const occurrence = occurrences.get(contentHash) ?? 0;
      occurrences.set(contentHash, occurrence + 1);
      id = messageId(conversation, { contentHash, occurrence });
    }
    byId.delete(id);
    byId.set(id, { message, sentAt, id });
  }
  const kept = [...byId.values()];
  // ISO 8601 in UTC with milliseconds sorts as text; only years past 9999 would not.
  kept.sort((a, b) => (a.sentAt < b.sentAt ? -1 : a.sentAt > b.sentAt ? 1 : 0));
  return { kept, duplicates: messages.length - kept.length };
}

const CANONICAL_TIME =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

function toUtc(time: string): string {
  return CANONICAL_TIME.test(time) ? time : new Date(time).toISOString();
}

/** Utterances of texts that come again. They depend on the text alone, so one cache serves every workspace. */
const rememberedUtterances = new RecentCache<readonly PreparedUtterance[]>(8_000, 300);

function cutUtterances(text: string): readonly PreparedUtterance[] {
  const known = rememberedUtterances.get(text);
  if (known !== undefined) return known;
  const utterances = segmentUtterances(text).map(
    ({ start, end }): PreparedUtterance => ({
      start,
      end,
      normalised: normaliseText(text.slice(start, end)),
    }),
  );
  rememberedUtterances.set(text, utterances);
  return utterances;
}

function finishMessage(
  { message, sentAt, id }: Keyed,
  { text, redactions }: RedactedText,
  position: number,
  conversation: string,
  participant: string,
): PreparedMessage {
  const utterances = cutUtterances(text);
  const fields = {
    messageId: id,
    position,
    sentAt,
    role: message.participant.role,
    participant,
    text,
    redactions,
    utterances,
    botNode: message.botNode ?? "",
    replyTo: message.replyTo === undefined ? "" : messageId(conversation, { externalId: message.replyTo }),
    durationMs: Math.max(0, Math.round(message.durationMs ?? 0)),
  };
  // Joined by hand: this runs for every message, and JSON of the same costs four times as much.
  const spans = redactions.map(({ start, end, type }) => `${start}-${end}${type}`).join();
  const labels = utterances
    .map(({ start, end, normalised }) => `${start}-${end}${normalised}`)
    .join(SEPARATOR);
  const stored = [
    id,
    position,
    sentAt,
    fields.role,
    participant,
    text,
    spans,
    labels,
    fields.botNode,
    fields.replyTo,
    fields.durationMs,
  ];
  return { ...fields, rowHash: rowHash(stored.join(SEPARATOR)) };
}

type OwnFields = Pick<
  PreparedConversation,
  "conversationId" | "source" | "externalId" | "customer" | "attributes" | "messages"
>;

function finishConversation(conversation: SourceConversation, own: OwnFields): PreparedConversation {
  const { messages, ...stored } = own;
  const fields = {
    ...stored,
    channel: conversation.channel ?? "web",
    language: conversation.language ?? "",
    outcome: conversation.outcome ?? "unknown",
    outcomeOrigin: conversation.outcome === undefined ? ("none" as const) : ("source" as const),
  };
  return { ...fields, messages, rowHash: rowHash(JSON.stringify(fields)) };
}

/** 32 hex characters of SHA-256 over the stored fields. */
function rowHash(fields: string): string {
  return hash("sha256", fields, "hex").slice(0, 32);
}

/** Names and ids of everyone who takes part, as values to look for in every message. */
function peopleOf(conversation: SourceConversation): KnownValue[] {
  const known: KnownValue[] = [];
  const seen = new Set<string>();
  const add = (person: Partial<Participant> | undefined, isMachine: boolean): void => {
    if (person === undefined || isMachine) return;
    for (const value of [idValue(person.id), nameValue(person.name)]) {
      if (value === undefined || seen.has(value.value)) continue;
      seen.add(value.value);
      known.push(value);
    }
  };
  add(conversation.customer, false);
  for (const { participant } of conversation.messages) {
    add(participant, participant.role === "bot" || participant.role === "system");
  }
  return known;
}

function idValue(id: string | undefined): KnownValue | undefined {
  if (id === undefined || id.length < 5) return undefined;
  if (id.includes("@")) return { type: "EMAIL", value: id };
  if (/^\+?[\d\s().-]{8,}$/.test(id)) return { type: "PHONE", value: id };
  // An id that is a plain word ("customer", "agent-1") says nothing and stands in ordinary sentences.
  return /\d/.test(id) && id.length >= 6 ? { type: "HANDLE", value: id } : undefined;
}

const ROLE_NAME =
  /^(?:customer|client|user|visitor|guest|agent|bot|chat ?bot|assistant|support|operator|system|me|you|unknown|anonymous|member|caller|advisor)\b/i;

function nameValue(name: string | undefined): KnownValue | undefined {
  if (name === undefined || ROLE_NAME.test(name.trim())) return undefined;
  if (name.includes("@")) return { type: "EMAIL", value: name };
  return /^\+?[\d\s().-]{7,}$/.test(name) ? { type: "PHONE", value: name } : { type: "PERSON", value: name };
}
