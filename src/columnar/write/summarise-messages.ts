// Pure: what a conversation's row says of its messages.
import type { Role } from "../../core/domain.ts";

/** Times of one fixed-width form, so that they compare as text. */
export type SummarisedMessage = { readonly sent_at: string; readonly position: number; readonly role: Role };

export type MessageSummary = {
  readonly started_at: string;
  readonly ended_at: string;
  readonly message_count: number;
  readonly customer_message_count: number;
  readonly bot_message_count: number;
  readonly agent_message_count: number;
  /** An agent spoke after a bot had spoken. */
  readonly handed_over: boolean;
};

export function compareInTime(a: SummarisedMessage, b: SummarisedMessage): number {
  if (a.sent_at !== b.sent_at) return a.sent_at < b.sent_at ? -1 : 1;
  return a.position - b.position;
}

/** Counts and times over messages in any order. Without messages the times are 1970. */
export function summariseMessages(messages: readonly SummarisedMessage[]): MessageSummary {
  const counts = { customer: 0, bot: 0, agent: 0, system: 0 };
  let first: SummarisedMessage | undefined;
  let last: SummarisedMessage | undefined;
  let firstBot: SummarisedMessage | undefined;
  let lastAgent: SummarisedMessage | undefined;
  for (const message of messages) {
    counts[message.role] += 1;
    if (!first || compareInTime(message, first) < 0) first = message;
    if (!last || compareInTime(message, last) > 0) last = message;
    if (message.role === "bot" && (!firstBot || compareInTime(message, firstBot) < 0)) firstBot = message;
    if (message.role === "agent" && (!lastAgent || compareInTime(message, lastAgent) > 0))
      lastAgent = message;
  }
  return {
    started_at: first?.sent_at ?? "1970-01-01 00:00:00.000",
    ended_at: last?.sent_at ?? "1970-01-01 00:00:00.000",
    message_count: messages.length,
    customer_message_count: counts.customer,
    bot_message_count: counts.bot,
    agent_message_count: counts.agent,
    handed_over: firstBot !== undefined && lastAgent !== undefined && compareInTime(firstBot, lastAgent) < 0,
  };
}

/** The day under which a conversation's rows lie: its start in UTC, within what a `Date` can hold. */
export function dayOf(startedAt: string): string {
  const day = startedAt.slice(0, 10);
  if (day < "1970-01-01") return "1970-01-01";
  return day > "2149-06-06" ? "2149-06-06" : day;
}
