// The answer key: what was planted, so that tests and benches can compare what Parlance finds with what is there.
import type { Channel, Outcome } from "../core/domain.ts";
import type { RedactionType } from "../core/redaction-tag.ts";
import type { PlantedEvent, PlantedKind } from "./calendar.ts";
import type { DecoyType } from "./grammar.ts";

/** What a stretch of a customer's message does. Only `request` and `detail` carry a topic. */
export type KeyAct =
  | "request"
  | "detail"
  | "greeting"
  | "answer"
  | "thanks"
  | "anger"
  | "smalltalk"
  | "human"
  | "farewell"
  | "closing";

/** `message` is the position in the conversation; offsets are UTF-16 code units of the message's text. */
export type KeyUtterance = {
  readonly message: number;
  readonly start: number;
  readonly end: number;
  readonly act: KeyAct;
  readonly topic: string | null;
};
export type KeyPersonal = {
  readonly message: number;
  readonly start: number;
  readonly end: number;
  readonly type: RedactionType;
};
export type KeyDecoy = {
  readonly message: number;
  readonly start: number;
  readonly end: number;
  readonly type: DecoyType;
};

export type KeyEntry = {
  readonly conversation: string;
  /** Null when the customer never says what it is about. */
  readonly primaryTopic: string | null;
  /** All topics, the primary one first. */
  readonly topics: readonly string[];
  readonly channel: Channel;
  readonly language: string;
  readonly outcome: Outcome;
  /** One step a message: `bot:order_status`, `customer:request`, `handover`, `agent:fix` … */
  readonly path: readonly string[];
  readonly utterances: readonly KeyUtterance[];
  readonly personal: readonly KeyPersonal[];
  readonly decoys: readonly KeyDecoy[];
  /** The planted event that this conversation is part of. */
  readonly event?: PlantedKind;
  /** The earlier conversation that this one follows up. */
  readonly followsUp?: string;
};

export type KeyTopic = {
  readonly id: string;
  readonly name: string;
  readonly family: string;
  readonly words: readonly string[];
  readonly conversations: number;
};

export type AnswerKey = {
  readonly seed: number;
  readonly conversations: number;
  /** ISO 8601; the sample covers [from, to). */
  readonly from: string;
  readonly to: string;
  /** Sizes count primary topics. */
  readonly topics: readonly KeyTopic[];
  readonly campaign: KeyEvent;
  readonly incidents: readonly KeyEvent[];
  readonly regression: KeyEvent & { readonly platform: "android"; readonly versionFrom: "4.2.0" };
  readonly perConversation: ReadonlyMap<string, KeyEntry>;
};

export type KeyEvent = {
  readonly kind: PlantedKind;
  readonly title: string;
  readonly topic: string;
  readonly from: string;
  readonly to: string;
  readonly conversations: number;
};

export function keyEvent(event: PlantedEvent, conversations: number): KeyEvent {
  return {
    kind: event.kind,
    title: event.title,
    topic: event.topic,
    from: new Date(event.startMs).toISOString(),
    to: new Date(event.endMs).toISOString(),
    conversations,
  };
}
