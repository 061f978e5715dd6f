// What a conversation is about before a word of it is written: who, when, where, why, and in what mood. Everything comes
// from the seed and the conversation's number, so that any one can be made alone and in any order.
import type { Channel } from "../core/domain.ts";
import { type Calendar, createCalendar, DAY_MS, type PlantedEvent, updatedShare } from "./calendar.ts";
import { CAMPAIGN_CODE, COUNTRIES } from "./company.ts";
import { FOREIGN_TOPICS } from "./languages/foreign-words.ts";
import { type Customer, createCustomer } from "./people.ts";
import { createRandom, pickWeighted, type Random } from "./random.ts";
import { createStyle, type Style } from "./spelling.ts";
import { TOPICS, topicIndex } from "./topics/all-topics.ts";
import type { Topic } from "./topics/topic.ts";

export type SampleOptions = {
  /** How many conversations; default 20,000. */
  readonly conversations?: number;
  /** How many weeks they cover, at least 4; default 12. */
  readonly weeks?: number;
  /** Default 1. */
  readonly seed?: number;
  /** The last day, YYYY-MM-DD in UTC; default 2026-06-28. */
  readonly endDay?: string;
};

export type SampleFrame = {
  readonly conversations: number;
  readonly seed: number;
  readonly calendar: Calendar;
};

export type Plan = {
  /** Position in time, from 0. */
  readonly number: number;
  readonly id: string;
  /** The case whose facts it shares: its own number, or that of the conversation it follows up. */
  readonly caseNumber: number;
  readonly followUp: boolean;
  readonly startMs: number;
  readonly topic: Topic;
  readonly second?: Topic;
  readonly event?: PlantedEvent;
  readonly customer: Customer;
  readonly channel: Channel;
  readonly language: "en" | "de" | "fr" | "es" | "pt" | "nl";
  readonly version: string;
  readonly promo?: string;
  readonly upset: boolean;
  readonly style: Style;
  /** Continues where the plan left off; the wording draws from it. */
  readonly random: Random;
};

const CHANNEL_WEIGHTS: Readonly<Record<Channel, number>> = {
  web: 0.35,
  mobile: 0.22,
  email: 0.15,
  voice: 0.14,
  social: 0.08,
  sms: 0.05,
  api: 0.01,
};
const CHANNEL_NAMES = Object.keys(CHANNEL_WEIGHTS) as Channel[];
const SPOKEN_ABROAD: ReadonlySet<string> = new Set(FOREIGN_TOPICS);
const RETURNING_SKEW = 1.6;
const FOLLOW_UP_SHARE = 0.14;
const FOLLOW_UP_TOPICS = new Set([
  "refund-not-received",
  "delivery-delayed",
  "warranty-claim",
  "pairing-fails",
  "charged-twice",
  "wrong-item",
  "unexpected-renewal",
  "wifi-dropouts",
  "service-complaint",
]);

/** Throws a RangeError when an option is out of range. */
export function createFrame(options: SampleOptions): SampleFrame {
  const { conversations = 20_000, weeks = 12, seed = 1, endDay = "2026-06-28" } = options;
  if (!Number.isInteger(conversations) || conversations < 1)
    throw new RangeError("conversations must be a whole number from 1");
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff)
    throw new RangeError("seed must be a whole number from 0 to 4294967295");
  return { conversations, seed, calendar: createCalendar(endDay, weeks) };
}

/** Plans conversation `number` (0 is the earliest). */
export function planConversation(frame: SampleFrame, number: number): Plan {
  const own = planCase(frame, number);
  const random = createRandom(frame.seed, 0xf0110, number);
  if (own.event !== undefined || !random.chance(FOLLOW_UP_SHARE)) return own;
  const days = random.logNormal(4, 0.6);
  const perDay = (frame.conversations * DAY_MS) / (frame.calendar.endMs - frame.calendar.startMs);
  const earlier = number - Math.round(days * perDay);
  if (earlier < 0 || earlier === number) return own;
  const parent = planCase(frame, earlier);
  if (parent.event !== undefined || parent.language !== "en" || !FOLLOW_UP_TOPICS.has(parent.topic.id))
    return own;
  const { second: _second, ...alone } = own;
  const channel = random.chance(0.55) ? parent.channel : own.channel === "api" ? "web" : own.channel;
  return {
    ...alone,
    followUp: true,
    caseNumber: earlier,
    topic: parent.topic,
    customer: parent.customer,
    version: parent.version,
    language: "en",
    channel,
    upset: random.chance(0.75),
    style: customerStyle(frame.seed, parent.customer, channel),
  };
}

function planCase(frame: SampleFrame, number: number): Plan {
  const { conversations, seed, calendar } = frame;
  const random = createRandom(seed, 0x9a5, number);
  const { hour, timeMs } = calendar.at((number + random.next()) / conversations);
  const cause = pickWeighted(calendar.causeWeights(hour), random.next());
  const event = cause === 0 ? undefined : calendar.events[cause - 1];
  const topic = TOPICS[
    event === undefined ? pickWeighted(TOPIC_WEIGHTS, random.next()) : topicIndex(event.topic)
  ] as Topic;
  const country = pickWeighted(calendar.countryWeights(hour), random.next());
  const customer = pickCustomer(frame, country, random, event);
  const second =
    event === undefined && random.chance(0.07)
      ? (TOPICS[pickWeighted(TOPIC_WEIGHTS, random.next())] as Topic)
      : undefined;
  const channel = pickChannel(topic, random);
  const version = appVersion(calendar, timeMs, random, event);
  const own = COUNTRIES[country];
  const foreign =
    own?.language !== undefined &&
    random.chance(own.languageShare) &&
    channel !== "api" &&
    SPOKEN_ABROAD.has(topic.id);
  return {
    number,
    id: `S-${String(number + 1).padStart(6, "0")}`,
    caseNumber: number,
    followUp: false,
    startMs: timeMs,
    topic,
    ...(second !== undefined && second.id !== topic.id && !foreign ? { second } : {}),
    ...(event === undefined ? {} : { event }),
    customer,
    channel,
    language: foreign && own?.language !== undefined ? own.language : "en",
    version,
    ...(event?.kind === "campaign" ? { promo: CAMPAIGN_CODE } : {}),
    upset: random.chance(Math.min(0.95, topic.mood + (event === undefined ? 0 : 0.15))),
    style: customerStyle(seed, customer, channel),
    random,
  };
}

const TOPIC_WEIGHTS = TOPICS.map((topic) => topic.weight);

function customerStyle(seed: number, customer: Customer, channel: Channel): Style {
  return createStyle(createRandom(seed, 0x577, Number(customer.id.slice(2))), channel);
}

/** A few customers write often and most of them once or twice. Who reports the regression has an Android phone. */
function pickCustomer(
  frame: SampleFrame,
  country: number,
  random: Random,
  event: PlantedEvent | undefined,
): Customer {
  const pool = Math.max(20, Math.round((COUNTRIES[country]?.share ?? 0) * frame.conversations * 0.75));
  for (let attempt = 0; ; attempt += 1) {
    const customer = createCustomer(frame.seed, country, Math.floor(pool * random.next() ** RETURNING_SKEW));
    if (event?.kind !== "regression" || customer.platform === "android" || attempt > 60) return customer;
  }
}

const CHANNEL_MIX: ReadonlyMap<Topic, readonly number[]> = new Map(
  TOPICS.map((topic) => [
    topic,
    CHANNEL_NAMES.map((channel) => CHANNEL_WEIGHTS[channel] * (topic.channels?.[channel] ?? 1)),
  ]),
);

function pickChannel(topic: Topic, random: Random): Channel {
  return CHANNEL_NAMES[pickWeighted(CHANNEL_MIX.get(topic) ?? [], random.next())] ?? "web";
}

function appVersion(
  calendar: Calendar,
  timeMs: number,
  random: Random,
  event: PlantedEvent | undefined,
): string {
  const release = calendar.events.find((planted) => planted.kind === "regression")?.startMs ?? calendar.endMs;
  const days = Math.floor((timeMs - release) / DAY_MS);
  if (event?.kind === "regression" || random.chance(updatedShare(days)))
    return days > 12 && random.chance(0.6) ? "4.2.1" : "4.2.0";
  return random.pick(["4.1.3", "4.1.3", "4.1.0", "4.0.2", "3.9.4"]);
}
