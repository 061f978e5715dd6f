// The words by which exports name speakers, channels and outcomes. Used where a mapping says nothing; a mapping wins.
import { CHANNELS, type Channel, OUTCOMES, type Outcome, type Role } from "../../core/domain.ts";

const ROLE_WORDS: Readonly<Record<Role, readonly string[]>> = {
  customer: [
    "customer",
    "user",
    "client",
    "visitor",
    "contact",
    "consumer",
    "human",
    "guest",
    "caller",
    "lead",
    "end-user",
    "end user",
    "enduser",
    "end_user",
    "requester",
    "member",
    "shopper",
    "passenger",
    "patient",
    "student",
    "usr",
    "kunde",
    "cliente",
    "inbound",
    "incoming",
    "in",
    "cust",
    "subscriber",
    "buyer",
    "prompt",
  ],
  bot: [
    "bot",
    "assistant",
    "chatbot",
    "virtual assistant",
    "virtual agent",
    "virtual_agent",
    "ai",
    "ai assistant",
    "model",
    "robot",
    "automation",
    "automated",
    "automated_agent",
    "automated agent",
    "voicebot",
    "ivr",
    "answer bot",
    "answerbot",
    "workflow",
    "gpt",
    "chatgpt",
    "va",
    "fin",
  ],
  agent: [
    "agent",
    "human_agent",
    "human agent",
    "operator",
    "admin",
    "support",
    "support agent",
    "representative",
    "rep",
    "advisor",
    "adviser",
    "staff",
    "employee",
    "teammate",
    "team",
    "csr",
    "supervisor",
    "business",
    "company",
    "live agent",
    "live_agent",
    "consultant",
    "specialist",
    "seller",
    "outbound",
    "outgoing",
    "out",
    "agente",
  ],
  system: ["system", "event", "notification", "info", "note"],
};

const CHANNEL_WORDS: Readonly<Partial<Record<Channel, readonly string[]>>> = {
  web: [
    "chat",
    "webchat",
    "web chat",
    "live chat",
    "livechat",
    "live_chat",
    "website",
    "messaging",
    "widget",
    "site",
  ],
  mobile: ["app", "ios", "android", "mobile app", "in-app", "in_app"],
  social: [
    "whatsapp",
    "facebook",
    "messenger",
    "instagram",
    "twitter",
    "x",
    "telegram",
    "line",
    "viber",
    "wechat",
    "slack",
    "discord",
    "reddit",
    "tiktok",
    "youtube",
    "linkedin",
  ],
  voice: ["phone", "call", "telephone", "telephony", "voicemail", "phone call", "phone_call", "ivr"],
  email: ["mail", "e-mail"],
  sms: ["text", "mms", "rcs", "text message"],
};

const OUTCOME_WORDS: Readonly<Partial<Record<Outcome, readonly string[]>>> = {
  resolved: [
    "solved",
    "closed",
    "success",
    "successful",
    "completed",
    "complete",
    "done",
    "yes",
    "true",
    "contained",
  ],
  escalated: ["transferred", "handover", "handoff", "hand-off", "handed over", "transfer", "escalate"],
  abandoned: ["missed", "dropped", "cancelled", "canceled", "timeout", "timed out", "expired", "left"],
  unknown: ["open", "pending", "none", "n/a", "new", "hold"],
};

function invert<T extends string>(
  words: Readonly<Partial<Record<T, readonly string[]>>>,
  own: readonly T[],
): Map<string, T> {
  const table = new Map<string, T>(own.map((word) => [word, word]));
  for (const target of own) for (const word of words[target] ?? []) table.set(word, target);
  return table;
}

export const ROLES_BY_WORD: ReadonlyMap<string, Role> = invert(ROLE_WORDS, [
  "customer",
  "bot",
  "agent",
  "system",
]);
export const CHANNELS_BY_WORD: ReadonlyMap<string, Channel> = invert(CHANNEL_WORDS, CHANNELS);
export const OUTCOMES_BY_WORD: ReadonlyMap<string, Outcome> = invert(OUTCOME_WORDS, OUTCOMES);

/**
 * A function from a source's value to ours: the mapping's own table first, then the known words, then the table's `*`.
 * Case and surrounding space do not matter. Answers are remembered for up to 10,000 distinct values.
 */
export function valueReader<T>(
  own: Readonly<Record<string, T>>,
  words: ReadonlyMap<string, T>,
): (value: unknown) => T | undefined {
  const table = new Map<string, T>(words);
  for (const [word, target] of Object.entries(own)) table.set(word.trim().toLowerCase(), target);
  const rest = own["*"];
  const remembered = new Map<unknown, T | undefined>();
  return (value) => {
    if (remembered.has(value)) return remembered.get(value);
    const found = table.get(String(value).trim().toLowerCase()) ?? rest;
    if (remembered.size < 10_000) remembered.set(value, found);
    return found;
  };
}
