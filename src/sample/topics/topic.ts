// What a planted topic is. Each family of topics is one file beside this; all have the same shape.
import type { Channel } from "../../core/domain.ts";

/** What the bot or the agent has to know before it can go on. */
export type Ask = "order" | "email" | "account" | "serial" | "device" | "version";

/** A question that belongs to the topic and ways to answer it. */
export type Probe = { readonly question: string; readonly answers: readonly string[] };

export type Topic = {
  readonly id: string;
  /** Short name, action first where there is one. */
  readonly name: string;
  /** Content words; a found name that shares one of them names the same thing. */
  readonly words: readonly string[];
  readonly family: string;
  /** Share among all conversations in a quiet week, relative to the other topics. */
  readonly weight: number;
  /** Factors on the usual mix of channels; 1 where not given. */
  readonly channels?: Partial<Record<Channel, number>>;
  /** Share of customers who are upset, 0 to 1. */
  readonly mood: number;
  /** The bot's node that answers this topic. */
  readonly node: string;
  readonly asks: readonly Ask[];
  /** Ways to say it in a sentence or two. */
  readonly openings: readonly string[];
  /** Ways to say it in a few words, as people type into a search box. */
  readonly terse: readonly string[];
  /** What the customer adds later, or when asked to explain. */
  readonly details: readonly string[];
  /** What the bot knows about it. */
  readonly bot: readonly string[];
  readonly probes: readonly Probe[];
  /** How an agent solves it. */
  readonly fix: readonly string[];
  /** Chance that the bot's answer is enough, and that an agent solves it when the bot's was not. */
  readonly solved: { readonly bot: number; readonly agent: number };
};

export type TopicDraft = Omit<Topic, "family">;

/** Puts the family's name on each of its topics. */
export function topicFamily(family: string, topics: readonly TopicDraft[]): readonly Topic[] {
  return topics.map((topic) => ({ family, ...topic }));
}
