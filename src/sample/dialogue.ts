// How a conversation runs: bot first where there is one, then an agent, and how it ends. The topic, the mood, the wait and
// what happened before decide the outcome; docs/sample.md lists what is planted in the paths.
import type { Outcome } from "../core/domain.ts";
import {
  customerPart,
  detailPart,
  openingParts,
  requestPart,
  secondPart,
  type Voice,
} from "./customer-turns.ts";
import type { KeyAct } from "./key.ts";
import { type Part, type Script, say, staffPart } from "./script.ts";
import { AGENT, BOT, CUSTOMER, SMALLTALK } from "./small-words.ts";
import type { Ask } from "./topics/topic.ts";

/** Minutes in a queue after which people begin to leave, and the shares that do before and after. */
const PATIENCE = { minutes: 9, before: 0.05, after: 0.38 } as const;
const AGENTS_FROM_UTC = 7;
const AGENTS_TO_UTC = 22;

/** Writes a chat, call, text or social conversation into the script and says how it ended. */
export function writeDialogue(script: Script, voice: Voice): Outcome {
  const { plan, random } = voice;
  if (plan.channel === "social") {
    customerSays(script, voice, openingParts(voice), "request", 0);
    return agentStage(script, voice, { announced: true });
  }
  if (plan.channel === "voice") botSays(script, voice, BOT.ivr, "welcome", 0);
  else if (random.chance(0.4)) botSays(script, voice, BOT.greeting, "welcome", 0);
  if (script.lines.length > 0 && random.chance(0.02)) return abandon(script, voice);
  const opening = openingParts(voice);
  const [first, ...rest] = opening;
  if (first?.act === "greeting" && rest.length > 0 && plan.channel !== "voice" && random.chance(0.3)) {
    customerSays(script, voice, [first], "greeting", typing(voice));
    botSays(script, voice, BOT.greeting, "welcome");
    if (random.chance(0.05)) return abandon(script, voice);
    customerSays(script, voice, rest, "request", typing(voice));
  } else {
    customerSays(script, voice, opening, "request", typing(voice));
  }
  return botStage(script, voice);
}

function botStage(script: Script, voice: Voice): Outcome {
  const { plan, random } = voice;
  const { topic } = plan;
  let trust = 1;
  const messy = plan.style.slips > 0.03 || plan.style.shortcuts;
  for (let round = 0; round < 2 && random.chance(messy ? 0.26 : 0.1); round += 1) {
    botSays(script, voice, BOT.fallback, "fallback");
    trust -= 0.45;
    if (random.chance(0.16)) return abandon(script, voice);
    if (random.chance(0.3)) {
      customerSays(script, voice, [customerPart(voice, CUSTOMER.human, "human")], "human", typing(voice));
      return handover(script, voice);
    }
    customerSays(script, voice, [requestPart(voice, topic, random.chance(0.5))], "request", typing(voice));
  }
  if (plan.followUp && random.chance(0.5)) {
    customerSays(script, voice, [customerPart(voice, CUSTOMER.human, "human")], "human", typing(voice));
    return handover(script, voice);
  }
  for (const ask of topic.asks.slice(0, plan.channel === "voice" ? 1 : 2)) {
    if (!random.chance(0.8)) continue;
    askFor(script, voice, ask, (template) => botSays(script, voice, template, `ask_${ask}`));
    if (random.chance(0.035)) return abandon(script, voice);
  }
  botSays(script, voice, random.pick(topic.bot), topic.node);
  const chance =
    topic.solved.bot *
    trust *
    (plan.upset ? 0.7 : 1) *
    (plan.channel === "voice" ? 0.55 : 1) *
    (plan.event === undefined ? 1 : 0.35);
  if (random.chance(chance)) return botSolved(script, voice);
  if (random.chance(0.13)) return random.chance(0.5) ? abandon(script, voice) : leave();
  const parts = [
    customerPart(voice, isTechnical(voice) ? CUSTOMER.notWorking : CUSTOMER.notSolved, "answer"),
  ];
  if (random.chance(0.5) && topic.details.length > 0) parts.push(detailPart(voice, topic));
  if (random.chance(0.45)) parts.push(customerPart(voice, CUSTOMER.human, "human"));
  customerSays(
    script,
    voice,
    parts,
    parts.some((part) => part.act === "human") ? "human" : "not_solved",
    typing(voice),
  );
  return handover(script, voice);
}

function botSolved(script: Script, voice: Voice): Outcome {
  const { plan, random } = voice;
  if (random.chance(0.35)) botSays(script, voice, BOT.check, "check");
  if (random.chance(0.12)) return leave();
  const parts = [solvedPart(voice)];
  const spoken = script.utterances.some((part) => part.topic === plan.second?.id);
  if (plan.second !== undefined && !spoken) parts.push(secondPart(voice, plan.second));
  customerSays(script, voice, parts, "thanks", typing(voice));
  if (plan.second !== undefined) {
    botSays(script, voice, random.pick(plan.second.bot), plan.second.node);
    if (random.chance(0.3)) return handover(script, voice);
    customerSays(script, voice, [solvedPart(voice)], "thanks", typing(voice));
  }
  const closed = random.chance(0.7);
  if (closed) botSays(script, voice, BOT.closing, "closing");
  if (closed && random.chance(0.2))
    customerSays(script, voice, [customerPart(voice, CUSTOMER.bye, "farewell")], "bye", typing(voice));
  return "resolved";
}

function handover(script: Script, voice: Voice): Outcome {
  const { plan, random } = voice;
  if (!agentsWork(script.nowMs) && plan.channel !== "voice") {
    botSays(script, voice, BOT.closed, "out_of_hours");
    if (random.chance(0.55)) {
      const upset = plan.upset && random.chance(0.6);
      customerSays(
        script,
        voice,
        [customerPart(voice, upset ? CUSTOMER.anger : CUSTOMER.accept, upset ? "anger" : "answer")],
        upset ? "anger" : "accept",
        typing(voice),
      );
    }
    return random.chance(0.45) ? "abandoned" : "unknown";
  }
  botSays(script, voice, BOT.handover, "handover");
  const outage = plan.event?.kind === "payment-outage" || plan.event?.kind === "login-outage";
  const waitMinutes = random.logNormal(outage ? 11 : 3, 0.8);
  if (random.chance(waitMinutes > PATIENCE.minutes ? PATIENCE.after : PATIENCE.before)) {
    if (plan.channel !== "voice" && random.chance(0.6)) {
      customerSays(
        script,
        voice,
        [
          customerPart(
            voice,
            "{hello?|anyone there?|still waiting|are you still there|I can't wait any longer|how long will this take?|never mind}",
            "anger",
          ),
        ],
        "waiting",
        waitMinutes * 50_000,
      );
    }
    return "abandoned";
  }
  script.nowMs += waitMinutes * 60_000;
  return agentStage(script, voice, { announced: false });
}

/** From the agent's first words to the end. Used after a handover, and at once where no bot answers. */
export function agentStage(script: Script, voice: Voice, options: { readonly announced: boolean }): Outcome {
  const { plan, random } = voice;
  const { topic } = plan;
  const social = plan.channel === "social";
  agentSays(
    script,
    voice,
    [social ? AGENT.dm : plan.channel === "voice" ? AGENT.voice : AGENT.greeting],
    "agent_greeting",
    social ? random.logNormal(25 * 60_000, 0.9) : 15_000,
  );
  if (social && random.chance(0.22)) return leave();
  if (plan.channel === "voice")
    customerSays(
      script,
      voice,
      [
        requestPart(voice, topic, false),
        ...(random.chance(0.6) && topic.details.length > 0 ? [detailPart(voice, topic)] : []),
      ],
      "request",
      1500,
    );
  if (random.chance(0.09)) {
    const talk = random.pick(SMALLTALK);
    customerSays(
      script,
      voice,
      [customerPart(voice, talk.customer, "smalltalk")],
      "smalltalk",
      typing(voice),
    );
    agentSays(script, voice, [talk.agent], "smalltalk");
  }
  const ask = topic.asks[0] ?? (social ? "email" : undefined);
  if (ask !== undefined && (options.announced || plan.channel === "voice" || random.chance(0.25))) {
    if (social) customerSays(script, voice, [askedPart(voice, ask)], "give_details", typing(voice));
    else askFor(script, voice, ask, (template) => agentSays(script, voice, [template], `ask_${ask}`));
  }
  for (const probe of topic.probes) {
    if (!random.chance(0.6)) continue;
    agentSays(script, voice, random.chance(0.3) ? [AGENT.moment, probe.question] : [probe.question], "probe");
    if (random.chance(0.025)) return leave();
    customerSays(
      script,
      voice,
      [
        customerPart(voice, random.pick(probe.answers), "answer"),
        ...(random.chance(0.15) && topic.details.length > 0 ? [detailPart(voice, topic)] : []),
      ],
      "answer_probe",
      typing(voice),
    );
  }
  if (random.chance(0.5))
    agentSays(script, voice, [plan.upset ? AGENT.moment : AGENT.plainMoment], "checking");
  const chance =
    topic.solved.agent *
    (plan.followUp ? 0.75 : 1) *
    (plan.event === undefined || plan.event.kind === "campaign" ? 1 : 0.55);
  if (!random.chance(chance)) return escalate(script, voice);
  agentSays(script, voice, [random.pick(topic.fix)], "fix", working(voice));
  if (plan.second !== undefined && script.utterances.some((part) => part.topic === plan.second?.id))
    agentSays(script, voice, [AGENT.secondFix + random.pick(plan.second.fix)], "fix_second", working(voice));
  if (random.chance(0.12)) return leave();
  customerSays(script, voice, [solvedPart(voice)], "thanks", typing(voice));
  const closed = random.chance(0.75);
  if (closed) agentSays(script, voice, [AGENT.closing], "closing");
  if (closed && random.chance(0.45))
    customerSays(script, voice, [customerPart(voice, CUSTOMER.bye, "farewell")], "bye", typing(voice));
  return "resolved";
}

function escalate(script: Script, voice: Voice): Outcome {
  const { plan, random } = voice;
  agentSays(script, voice, [AGENT.escalate], "escalate", working(voice));
  if (random.chance(0.8)) {
    const angry = plan.upset && random.chance(0.7);
    customerSays(
      script,
      voice,
      [customerPart(voice, angry ? CUSTOMER.anger : CUSTOMER.accept, angry ? "anger" : "answer")],
      angry ? "anger" : "accept",
      typing(voice),
    );
  }
  return "escalated";
}

/** Matters where the answer is something to try. */
const TECHNICAL_FAMILIES = new Set(["app", "devices", "developer"]);
const isTechnical = (voice: Voice): boolean => TECHNICAL_FAMILIES.has(voice.plan.topic.family);

function solvedPart(voice: Voice): Part {
  const worked = isTechnical(voice) && voice.random.chance(0.5);
  return customerPart(voice, worked ? CUSTOMER.worked : CUSTOMER.solved, "thanks");
}

function askFor(script: Script, voice: Voice, ask: Ask, put: (template: string) => void): void {
  put(BOT[`ask_${ask}`]);
  customerSays(script, voice, [askedPart(voice, ask)], `give_${ask}`, typing(voice));
}

function askedPart(voice: Voice, ask: Ask): Part {
  return customerPart(
    voice,
    voice.random.chance(0.08) ? CUSTOMER.answer_unknown : CUSTOMER[`answer_${ask}`],
    "answer",
  );
}

/** The customer goes without a word while something was still open; the bot may ask once. */
function abandon(script: Script, voice: Voice): Outcome {
  if (voice.plan.channel !== "voice" && voice.random.chance(0.4))
    botSays(script, voice, BOT.stillThere, "still_there", 5 * 60_000);
  return "abandoned";
}

/** The customer goes after an answer: nobody knows whether it helped. */
function leave(): Outcome {
  return "unknown";
}

const agentsWork = (timeMs: number): boolean => {
  const hour = new Date(timeMs).getUTCHours();
  return hour >= AGENTS_FROM_UTC && hour < AGENTS_TO_UTC;
};

function typing(voice: Voice): number {
  const { plan, random } = voice;
  if (plan.channel === "voice") return random.between(700, 2600);
  if (plan.channel === "sms") return random.logNormal(70_000, 0.9);
  if (plan.channel === "social") return random.logNormal(6 * 60_000, 1);
  return random.logNormal(24_000, 0.7);
}

const working = (voice: Voice): number =>
  voice.plan.channel === "voice" ? voice.random.between(4_000, 40_000) : voice.random.logNormal(95_000, 0.7);

export function customerSays(
  script: Script,
  voice: Voice,
  parts: readonly Part[],
  step: string | KeyAct,
  gapMs: number,
): void {
  say(script, {
    role: "customer",
    parts,
    step: `customer:${step}`,
    gapMs,
    spoken: voice.plan.channel === "voice",
  });
}

function botSays(script: Script, voice: Voice, template: string, node: string, gapMs?: number): void {
  const { random, slots, plan } = voice;
  say(script, {
    role: "bot",
    parts: [staffPart(template, random, slots)],
    step: `bot:${node}`,
    botNode: node,
    gapMs: gapMs ?? random.between(900, 2800),
    spoken: plan.channel === "voice",
  });
}

function agentSays(
  script: Script,
  voice: Voice,
  templates: readonly string[],
  step: string,
  gapMs?: number,
): void {
  const { random, slots, plan } = voice;
  const spoken = plan.channel === "voice";
  say(script, {
    role: "agent",
    parts: templates.map((template) => staffPart(template, random, slots)),
    step: `agent:${step}`,
    gapMs: gapMs ?? (spoken ? random.between(800, 3000) : random.logNormal(38_000, 0.6)),
    spoken,
  });
}
