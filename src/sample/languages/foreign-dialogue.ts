// A short conversation in another language than English. Bot and agents answer in that language.
import type { Outcome } from "../../core/domain.ts";
import { customerPart, letterParts, type Voice } from "../customer-turns.ts";
import { type Part, type Script, say, staffPart } from "../script.ts";
import { DUTCH } from "./dutch.ts";
import type { ForeignTopic, ForeignWords } from "./foreign-words.ts";
import { FRENCH } from "./french.ts";
import { GERMAN } from "./german.ts";
import { PORTUGUESE } from "./portuguese.ts";
import { SPANISH } from "./spanish.ts";

export const FOREIGN_WORDS: Readonly<Record<string, ForeignWords>> = {
  de: GERMAN,
  fr: FRENCH,
  es: SPANISH,
  pt: PORTUGUESE,
  nl: DUTCH,
};

/** Writes the conversation into the script and says how it ended. */
export function writeForeignDialogue(script: Script, voice: Voice): Outcome {
  const { plan, random, slots } = voice;
  const words = FOREIGN_WORDS[plan.language];
  if (words === undefined) throw new RangeError(`no words for the language ${plan.language}`);
  const mail = plan.channel === "email";
  const spoken = plan.channel === "voice";
  const pause = mail ? 4 * 3_600_000 : 30_000;
  const customer = (parts: readonly Part[], step: string): void =>
    say(script, {
      role: "customer",
      parts,
      step: `customer:${step}`,
      gapMs: script.lines.length === 0 ? 0 : random.logNormal(pause, 0.6),
      spoken,
    });
  const staff = (role: "bot" | "agent", template: string, step: string): void =>
    say(script, {
      role,
      parts: [staffPart(template, random, slots)],
      step: `${role}:${step}`,
      gapMs: role === "bot" ? 1800 : random.logNormal(pause, 0.5),
      spoken,
      ...(role === "bot" ? { botNode: step } : {}),
    });

  const opening = [
    customerPart(voice, random.pick(words.openings[plan.topic.id as ForeignTopic]), "request", plan.topic.id),
  ];
  if (plan.upset && random.chance(0.4)) opening.push(customerPart(voice, words.anger, "anger"));
  else if (random.chance(0.35)) opening.push(customerPart(voice, words.suffix, "closing"));
  if (mail)
    customer(letterParts(voice, opening, `${words.greeting},`, words.letterClosing, "<name>"), "request");
  else
    customer(
      random.chance(0.5) ? [customerPart(voice, words.greeting, "greeting"), ...opening] : opening,
      "request",
    );

  if (!mail && plan.channel !== "social") {
    if (random.chance(0.6)) {
      staff("bot", words.askOrder, "ask_order");
      if (random.chance(0.08)) return "abandoned";
      customer([customerPart(voice, words.giveOrder, "answer")], "give_order");
    }
    staff("bot", words.botAnswer, plan.topic.node);
    if (random.chance(plan.topic.solved.bot * 0.8)) {
      customer([customerPart(voice, words.thanks, "thanks")], "thanks");
      return "resolved";
    }
    if (random.chance(0.2)) return "abandoned";
    customer([customerPart(voice, words.anger, "anger")], "anger");
    staff("bot", words.handover, "handover");
  }
  staff("agent", words.agentGreeting, "agent_greeting");
  if (!random.chance(plan.topic.solved.agent)) {
    staff("agent", words.escalate, "escalate");
    return "escalated";
  }
  staff("agent", words.agentFix, "fix");
  if (random.chance(0.6)) customer([customerPart(voice, words.thanks, "thanks")], "thanks");
  if (random.chance(0.6)) staff("agent", words.closing, "closing");
  return "resolved";
}
