// What a language module holds: enough to hold a short conversation about the commonest matters.

/** Topics that every language module can talk about. Conversations about others are held in English. */
export const FOREIGN_TOPICS = [
  "track-order",
  "delivery-delayed",
  "damaged-item",
  "refund-not-received",
  "return-label",
  "promo-code",
  "invoice-copy",
  "cancel-subscription",
  "reset-password",
  "app-crash",
  "pairing-fails",
] as const;
export type ForeignTopic = (typeof FOREIGN_TOPICS)[number];

/** All values are grammar templates. */
export type ForeignWords = {
  readonly greeting: string;
  readonly suffix: string;
  readonly thanks: string;
  readonly anger: string;
  readonly openings: Readonly<Record<ForeignTopic, readonly string[]>>;
  readonly askOrder: string;
  readonly giveOrder: string;
  readonly botAnswer: string;
  readonly handover: string;
  readonly agentGreeting: string;
  readonly agentFix: string;
  readonly escalate: string;
  readonly closing: string;
  readonly letterClosing: string;
};
