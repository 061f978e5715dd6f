// The sample: a seeded, lazy generator of a made-up company's conversations with the answer key. Any stretch of its order
// can be made alone, and every first stretch spreads evenly over the whole time.
import type { Attributes, AttributeValue, Outcome, Participant } from "../core/domain.ts";
import type { SourceConversation, SourceMessage } from "../core/source-conversation.ts";
import { DAY_MS } from "./calendar.ts";
import { AGENTS } from "./company.ts";
import type { Voice } from "./customer-turns.ts";
import { writeDialogue } from "./dialogue.ts";
import { createFacts } from "./facts.ts";
import { type AnswerKey, type KeyEntry, keyEvent } from "./key.ts";
import { writeForeignDialogue } from "./languages/foreign-dialogue.ts";
import { writeMail } from "./mail.ts";
import { createFrame, type Plan, planConversation, type SampleFrame, type SampleOptions } from "./plan.ts";
import { mixSeed } from "./random.ts";
import { createScript, type Script } from "./script.ts";
import { TOPICS } from "./topics/all-topics.ts";

export type SampleStretch = SampleOptions & {
  /** First position in the sample's order, default 0. */
  readonly from?: number;
  /** Position after the last, default all conversations. */
  readonly to?: number;
};

export type SampleItem = { readonly conversation: SourceConversation; readonly key: KeyEntry };

/** Conversations in the sample's order: each first stretch of it spreads evenly over all weeks. Throws a RangeError for bad options. */
export function* generateSample(options: SampleStretch = {}): Generator<SourceConversation, void, void> {
  for (const item of generateSampleItems(options)) yield item.conversation;
}

/** The same with each conversation's answers. */
export function* generateSampleItems(options: SampleStretch = {}): Generator<SampleItem, void, void> {
  const frame = createFrame(options);
  const to = Math.min(options.to ?? frame.conversations, frame.conversations);
  const stride = evenStride(frame.conversations);
  for (let position = options.from ?? 0; position < to; position += 1) {
    yield writeConversation(frame, (position * stride) % frame.conversations, position);
  }
}

/** The whole answer key. Takes as long as generating everything, and about 2 kB a conversation. */
export function sampleKey(options: SampleOptions = {}): AnswerKey {
  const collected = new Map<string, KeyEntry>();
  for (const { key } of generateSampleItems(options)) collected.set(key.conversation, key);
  return assembleKey(options, collected);
}

/** Makes the key out of entries that were kept while generating with the same options. */
export function assembleKey(
  options: SampleOptions,
  perConversation: ReadonlyMap<string, KeyEntry>,
): AnswerKey {
  const frame = createFrame(options);
  const sizes = new Map<string, number>();
  const eventSizes = new Map<string, number>();
  for (const entry of perConversation.values()) {
    if (entry.primaryTopic !== null) sizes.set(entry.primaryTopic, (sizes.get(entry.primaryTopic) ?? 0) + 1);
    if (entry.event !== undefined) eventSizes.set(entry.event, (eventSizes.get(entry.event) ?? 0) + 1);
  }
  const event = (kind: KeyEntry["event"]) => {
    const planted = frame.calendar.events.find((candidate) => candidate.kind === kind);
    if (planted === undefined) throw new RangeError(`no planted event ${kind}`);
    return keyEvent(planted, eventSizes.get(planted.kind) ?? 0);
  };
  return {
    seed: frame.seed,
    conversations: frame.conversations,
    from: new Date(frame.calendar.startMs).toISOString(),
    to: new Date(frame.calendar.endMs).toISOString(),
    topics: TOPICS.map(({ id, name, family, words }) => ({
      id,
      name,
      family,
      words,
      conversations: sizes.get(id) ?? 0,
    })),
    campaign: event("campaign"),
    incidents: [event("payment-outage"), event("login-outage")],
    regression: { ...event("regression"), platform: "android", versionFrom: "4.2.0" },
    perConversation,
  };
}

/** A step near the golden section and coprime to `count`: multiples of it fill a circle evenly from the start. */
function evenStride(count: number): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  let stride = Math.max(1, Math.round(count * 0.6180339887));
  while (divisor(stride, count) !== 1) stride += 1;
  return stride;
}

const BOT_PERSON: Participant = { role: "bot", id: "lumi" };
const SYSTEM_PERSON: Participant = { role: "system" };
type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

function writeConversation(frame: SampleFrame, number: number, position: number): SampleItem {
  const plan = planConversation(frame, number);
  const { customer, random } = plan;
  const agent = AGENTS[mixSeed(frame.seed, number, 7) % AGENTS.length] ?? "Maya";
  const facts = createFacts(frame.seed, plan.caseNumber, {
    customer,
    agent,
    version: plan.version,
    ...(plan.promo === undefined ? {} : { promo: plan.promo }),
  });
  const voice: Voice = { plan, random, slots: facts };
  const script = createScript(plan.startMs);
  const outcome = cutAtEnd(
    script,
    frame.calendar.endMs,
    plan.language !== "en"
      ? writeForeignDialogue(script, voice)
      : plan.channel === "email"
        ? writeMail(script, voice)
        : writeDialogue(script, voice),
  );
  const place = { file: "sample", line: position + 1 };
  const named = random.chance(0.7);
  const known: Participant = {
    role: "customer",
    id: customer.id,
    ...(named ? { name: `${customer.first} ${customer.last}` } : {}),
  };
  const agentPerson: Participant = { role: "agent", id: `agent-${agent.toLowerCase()}`, name: agent };
  const people = { customer: known, agent: agentPerson, bot: BOT_PERSON, system: SYSTEM_PERSON };
  const messages = script.lines.map((line, index) => {
    const message: Writable<SourceMessage> = {
      externalId: `${plan.id}-${index + 1}`,
      sentAt: new Date(line.atMs).toISOString(),
      participant: people[line.role],
      text: line.text,
      place,
    };
    if (line.botNode !== undefined) message.botNode = line.botNode;
    if (line.durationMs !== undefined) message.durationMs = line.durationMs;
    return message;
  });
  const conversation: SourceConversation = {
    externalId: plan.id,
    channel: plan.channel,
    ...(random.chance(0.8) ? { language: plan.language } : {}),
    customer: { id: customer.id, ...(named ? { name: `${customer.first} ${customer.last}` } : {}) },
    outcome,
    attributes: attributesOf(frame, plan, outcome),
    messages,
    place,
  };
  return { conversation, key: keyEntry(plan, script, outcome) };
}

/** What would be said after the sample's last moment has not happened yet: such a conversation is still open. */
function cutAtEnd(script: Script, endMs: number, outcome: Outcome): Outcome {
  const kept = script.lines.findIndex((line) => line.atMs >= endMs);
  if (kept < 0) return outcome;
  const length = Math.max(1, kept);
  script.lines.length = length;
  for (const list of [script.utterances, script.personal, script.decoys]) {
    while ((list[list.length - 1]?.message ?? -1) >= length) list.pop();
  }
  return "unknown";
}

const text = (value: string): AttributeValue => ({ kind: "text", value });

const ORDER_FAMILIES = new Set(["orders", "returns", "payments"]);

function attributesOf(frame: SampleFrame, plan: Plan, outcome: Outcome): Attributes {
  const { customer, random, topic } = plan;
  const usesApp =
    plan.channel === "mobile" || topic.family === "app" || topic.family === "devices" || random.chance(0.5);
  const rated = random.chance(plan.channel === "email" || plan.channel === "social" ? 0.12 : 0.3);
  const since = frame.calendar.startMs - customer.tenureDays * DAY_MS;
  return {
    plan: text(customer.plan),
    country: text(customer.country),
    ...(usesApp
      ? { platform: text(customer.platform), app_version: text(plan.version), device: text(customer.device) }
      : {}),
    customer_since: { kind: "time", value: new Date(since).toISOString() },
    follow_up: { kind: "boolean", value: plan.followUp },
    ...(ORDER_FAMILIES.has(topic.family)
      ? { order_value: { kind: "number", value: Math.round(random.logNormal(72, 0.6) * 100) / 100 } }
      : {}),
    ...(plan.promo !== undefined && random.chance(0.75) ? { campaign: text("glow20") } : {}),
    ...(rated ? { csat: { kind: "number", value: satisfaction(plan, outcome) } } : {}),
  };
}

/** 1 to 5: outcome and mood decide, with some noise. */
function satisfaction(plan: Plan, outcome: Outcome): number {
  const base =
    outcome === "resolved" ? 4.5 : outcome === "escalated" ? 2.3 : outcome === "abandoned" ? 1.7 : 3;
  const score = base - (plan.upset ? 0.9 : 0) - (plan.followUp ? 0.5 : 0) + (plan.random.next() - 0.5) * 1.8;
  return Math.max(1, Math.min(5, Math.round(score)));
}

function keyEntry(plan: Plan, script: Script, outcome: Outcome): KeyEntry {
  const said = new Set<string>();
  for (const { topic } of script.utterances) if (topic !== null) said.add(topic);
  return {
    conversation: plan.id,
    primaryTopic: said.has(plan.topic.id) ? plan.topic.id : null,
    topics: [...said],
    channel: plan.channel,
    language: plan.language,
    outcome,
    path: script.lines.map((line) => line.step),
    utterances: script.utterances,
    personal: script.personal,
    decoys: script.decoys,
    ...(plan.event === undefined ? {} : { event: plan.event.kind }),
    ...(plan.followUp ? { followsUp: `S-${String(plan.caseNumber + 1).padStart(6, "0")}` } : {}),
  };
}
