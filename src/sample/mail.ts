// How an e-mail exchange runs: a letter, an automatic reply, an agent's letter hours later, perhaps another round.
import type { Outcome } from "../core/domain.ts";
import { customerPart, detailPart, letterParts, openingParts, type Voice } from "./customer-turns.ts";
import { type Script, say, staffPart } from "./script.ts";
import { AGENT, BOT, CUSTOMER, MAIL } from "./small-words.ts";
import type { Ask } from "./topics/topic.ts";

const HOUR_MS = 3_600_000;

/** What people put into a first letter unasked. */
const GIVEN: Readonly<Record<Ask, string>> = {
  order: MAIL.giveOrder,
  email: MAIL.giveAccount,
  account: MAIL.giveAccount,
  serial: MAIL.giveSerial,
  device: MAIL.giveDevice,
  version: MAIL.giveDevice,
};

/** Writes the exchange into the script and says how it ended. */
export function writeMail(script: Script, voice: Voice): Outcome {
  const { plan, random } = voice;
  const { topic } = plan;
  const body = openingParts(voice).filter((part) => part.act !== "greeting");
  const ask = topic.asks[0];
  if (ask !== undefined && random.chance(0.5)) body.push(customerPart(voice, GIVEN[ask], "answer"));
  customerLetter(script, voice, body, "request", 0);
  if (random.chance(0.8)) {
    say(script, {
      role: "system",
      parts: [staffPart(BOT.autoReply, random, voice.slots)],
      step: "system:auto_reply",
      gapMs: random.between(2000, 40_000),
    });
  }
  if (random.chance(0.04)) return "unknown";
  const probe = topic.probes.length > 0 && random.chance(0.45) ? random.pick(topic.probes) : undefined;
  if (probe !== undefined) {
    agentLetter(script, voice, [AGENT.mailThanks, probe.question], "probe", untilOffice(script, voice));
    if (random.chance(0.14)) return "abandoned";
    const answer = [customerPart(voice, random.pick(probe.answers), "answer")];
    if (topic.details.length > 0 && random.chance(0.5)) answer.push(detailPart(voice, topic));
    customerLetter(script, voice, answer, "answer_probe", random.logNormal(5 * HOUR_MS, 0.9));
  }
  if (
    !random.chance(
      topic.solved.agent * (plan.followUp ? 0.75 : 1) * (plan.event?.kind === "regression" ? 0.55 : 1),
    )
  ) {
    agentLetter(script, voice, [AGENT.mailThanks, AGENT.escalate], "escalate", untilOffice(script, voice));
    if (plan.upset && random.chance(0.6))
      customerLetter(
        script,
        voice,
        [customerPart(voice, CUSTOMER.anger, "anger")],
        "anger",
        random.logNormal(4 * HOUR_MS, 0.8),
      );
    return "escalated";
  }
  const second =
    plan.second !== undefined && script.utterances.some((part) => part.topic === plan.second?.id)
      ? [AGENT.secondFix + random.pick(plan.second.fix)]
      : [];
  agentLetter(
    script,
    voice,
    [plan.upset ? "<apology>." : AGENT.mailThanks, random.pick(topic.fix), ...second],
    "fix",
    untilOffice(script, voice),
  );
  if (random.chance(0.3))
    customerLetter(
      script,
      voice,
      [customerPart(voice, CUSTOMER.solved, "thanks")],
      "thanks",
      random.logNormal(3 * HOUR_MS, 1),
    );
  return random.chance(0.88) ? "resolved" : "unknown";
}

function customerLetter(
  script: Script,
  voice: Voice,
  parts: ReturnType<typeof openingParts>,
  step: string,
  gapMs: number,
): void {
  const whole = voice.random.chance(0.92)
    ? letterParts(voice, parts, MAIL.opening, MAIL.closing, MAIL.signature)
    : parts;
  say(script, { role: "customer", parts: whole, step: `customer:${step}`, gapMs });
}

function agentLetter(
  script: Script,
  voice: Voice,
  templates: readonly string[],
  step: string,
  gapMs: number,
): void {
  const parts = templates.map((template) => staffPart(template, voice.random, voice.slots));
  say(script, {
    role: "agent",
    parts: letterParts(voice, parts, AGENT.mailOpening, AGENT.mailClosing, ""),
    step: `agent:${step}`,
    gapMs,
  });
}

/** A few hours, moved on to the next morning when that falls into the night. */
function untilOffice(script: Script, voice: Voice): number {
  const wait = voice.random.logNormal(5 * HOUR_MS, 0.8);
  const then = script.nowMs + wait;
  const hour = new Date(then).getUTCHours();
  const late = hour < 7 ? 7 - hour : hour >= 18 ? 31 - hour : 0;
  return wait + late * HOUR_MS + (late > 0 ? voice.random.int(HOUR_MS) : 0);
}
