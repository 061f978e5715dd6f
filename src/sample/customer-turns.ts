// Puts a customer's words together: which parts a turn has, in the person's tone and the channel's manner.

import { render, type Segment, type Slots } from "./grammar.ts";
import type { KeyAct } from "./key.ts";
import type { Plan } from "./plan.ts";
import type { Random } from "./random.ts";
import type { Part } from "./script.ts";
import { CUSTOMER, EMOJI, FILLERS } from "./small-words.ts";
import { closeSentence, misspell } from "./spelling.ts";
import type { Topic } from "./topics/topic.ts";

export type Voice = { readonly plan: Plan; readonly random: Random; readonly slots: Slots };

/** One part in this customer's spelling. */
export function customerPart(
  voice: Voice,
  template: string,
  act: KeyAct,
  topic?: string,
  before?: string,
): Part {
  const { plan, random, slots } = voice;
  let segments: Segment[] = closeSentence(
    misspell(render(template, random, slots), plan.style, random),
    plan.style,
  );
  if (plan.style.fillers && act !== "greeting" && act !== "anger" && random.chance(0.25))
    segments = [{ text: capital(random.pick(FILLERS)) }, ...lowerFirst(segments)];
  return {
    segments,
    act,
    ...(topic === undefined ? {} : { topic }),
    ...(before === undefined ? {} : { before }),
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** After a comma or a colon the sentence goes on with a small letter. */
function goesOn(part: Part | undefined): boolean {
  return part !== undefined && /[,:]$/.test(part.segments[part.segments.length - 1]?.text ?? "");
}

function lowerFirst(segments: readonly Segment[]): Segment[] {
  const [first, ...rest] = segments;
  if (first === undefined || first.mark !== undefined || /^I\b/.test(first.text)) return [...segments];
  return [{ text: first.text.charAt(0).toLowerCase() + first.text.slice(1) }, ...rest];
}

/** The first turn: greeting and lead at times, the matter itself, and what belongs to it. */
export function openingParts(voice: Voice): Part[] {
  const { plan, random } = voice;
  const { topic, style } = plan;
  const parts: Part[] = [];
  const spoken = plan.channel === "voice";
  const hasBot = plan.channel === "web" || plan.channel === "mobile";
  const brief = style.terse && !plan.upset && random.chance(0.75);
  if (plan.channel === "social" && random.chance(0.6))
    parts.push({ segments: render("<brand>", random, voice.slots), act: "greeting" });
  if (!brief && random.chance(style.polite ? 0.7 : 0.25))
    parts.push(
      customerPart(voice, hasBot && random.chance(0.08) ? "hi <botname>" : CUSTOMER.greeting, "greeting"),
    );
  if (plan.followUp) parts.push(customerPart(voice, CUSTOMER.followUp, "anger"));
  else if (plan.upset && random.chance(0.3)) parts.push(customerPart(voice, CUSTOMER.angryLead, "anger"));
  else if (!brief && random.chance(style.polite ? 0.25 : 0.08))
    parts.push(customerPart(voice, CUSTOMER.lead, "greeting"));
  parts.push(requestPart(voice, topic, brief));
  if (!brief && topic.details.length > 0 && random.chance(spoken || plan.channel === "email" ? 0.6 : 0.3))
    parts.push(detailPart(voice, topic));
  if (plan.second !== undefined && random.chance(0.6)) parts.push(secondPart(voice, plan.second));
  if (plan.upset && random.chance(0.35)) parts.push(customerPart(voice, CUSTOMER.anger, "anger"));
  else if (!brief && random.chance(style.polite ? 0.45 : 0.12))
    parts.push(customerPart(voice, CUSTOMER.suffix, "closing"));
  if (random.chance(0.035)) parts.push(customerPart(voice, CUSTOMER.rare, "answer"));
  if (style.emoji && random.chance(0.6)) parts.push(emojiPart(voice));
  return parts.map((part, index) =>
    goesOn(parts[index - 1]) ? { ...part, segments: lowerFirst(part.segments) } : part,
  );
}

export function requestPart(voice: Voice, topic: Topic, brief: boolean): Part {
  return customerPart(voice, voice.random.pick(brief ? topic.terse : topic.openings), "request", topic.id);
}

export function detailPart(voice: Voice, topic: Topic): Part {
  return customerPart(voice, voice.random.pick(topic.details), "detail", topic.id);
}

/** Brings up the second matter. */
export function secondPart(voice: Voice, topic: Topic): Part {
  const link = voice.random.pick([
    "also, ",
    "and another thing: ",
    "by the way, ",
    "one more thing, ",
    "oh and ",
    "second question: ",
  ]);
  return customerPart(voice, link + voice.random.pick(topic.openings), "request", topic.id);
}

function emojiPart(voice: Voice): Part {
  const { plan, random } = voice;
  const kind = plan.upset ? "bad" : plan.topic.id === "praise" ? "good" : "plain";
  return { segments: [{ text: random.pick(EMOJI[kind]) }], act: "closing" };
}

/** An e-mail: opening and closing formula and a signature around the parts. */
export function letterParts(
  voice: Voice,
  parts: readonly Part[],
  open: string,
  close: string,
  signature: string,
): Part[] {
  const { random, slots } = voice;
  const body = parts.map((part, index) => (index === 0 ? { ...part, before: "\n\n" } : part));
  return [
    { segments: render(open, random, slots), act: "greeting" },
    ...body,
    { segments: render(close, random, slots), act: "closing", before: "\n\n" },
    { segments: render(signature, random, slots), act: "closing", before: "\n" },
  ];
}
