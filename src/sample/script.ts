// Collects the messages of one conversation as they are said: joins parts to a text, keeps every mark's offsets, moves the
// clock on.
import type { Role } from "../core/domain.ts";
import { render, type Segment, type Slots } from "./grammar.ts";
import type { KeyAct, KeyDecoy, KeyPersonal, KeyUtterance } from "./key.ts";
import type { Random } from "./random.ts";

export type Part = {
  readonly segments: readonly Segment[];
  readonly act: KeyAct;
  readonly topic?: string;
  /** What stands between this part and the one before; default one space. */
  readonly before?: string;
};

export type Line = {
  readonly role: Role;
  readonly text: string;
  readonly atMs: number;
  readonly step: string;
  readonly botNode?: string;
  readonly durationMs?: number;
};

export type Script = {
  readonly lines: Line[];
  readonly utterances: KeyUtterance[];
  readonly personal: KeyPersonal[];
  readonly decoys: KeyDecoy[];
  /** Milliseconds since 1970 of the latest message. */
  nowMs: number;
};

export function createScript(startMs: number): Script {
  return { lines: [], utterances: [], personal: [], decoys: [], nowMs: startMs };
}

/** Adds a message `gapMs` after the one before. `spoken` gives it a duration and moves the clock past its end. */
export function say(
  script: Script,
  turn: {
    readonly role: Role;
    readonly parts: readonly Part[];
    readonly step: string;
    readonly gapMs: number;
    readonly botNode?: string;
    readonly spoken?: boolean;
  },
): void {
  const message = script.lines.length;
  let text = "";
  for (const part of turn.parts) {
    if (part.segments.length === 0) continue;
    if (text !== "") text += part.before ?? " ";
    const start = text.length;
    for (const segment of part.segments) {
      if (segment.mark !== undefined) {
        const span = { message, start: text.length, end: text.length + segment.text.length };
        if (segment.mark.kind === "personal") script.personal.push({ ...span, type: segment.mark.type });
        else script.decoys.push({ ...span, type: segment.mark.type });
      }
      text += segment.text;
    }
    if (turn.role === "customer")
      script.utterances.push({ message, start, end: text.length, act: part.act, topic: part.topic ?? null });
  }
  script.nowMs += Math.max(400, Math.round(turn.gapMs));
  const durationMs = turn.spoken === true ? 600 + text.length * 62 : undefined;
  script.lines.push({
    role: turn.role,
    text,
    atMs: script.nowMs,
    step: turn.step,
    ...(turn.botNode === undefined ? {} : { botNode: turn.botNode }),
    ...(durationMs === undefined ? {} : { durationMs }),
  });
  if (durationMs !== undefined) script.nowMs += durationMs;
}

/** A part of a bot's or agent's message: written with care, first letter large. */
export function staffPart(template: string, random: Random, slots: Slots): Part {
  const segments = render(template, random, slots);
  const first = segments[0];
  if (first !== undefined && first.mark === undefined)
    segments[0] = { text: first.text.charAt(0).toUpperCase() + first.text.slice(1) };
  return { segments, act: "answer" };
}
