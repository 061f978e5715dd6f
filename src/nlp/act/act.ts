// What a turn does in a dialogue: its act, and whether it says what the customer wants. Both look at the turn before, since
// "yes" and "in May" mean nothing without their question.
import { ACTS } from "../../core/domain.ts";
import { applyDense, sigmoid } from "../heads/dense.ts";
import type { HeadsFile } from "../heads/heads-file.ts";

/** `other` is a text that none of them fits. */
export type Act = (typeof ACTS)[number] | "other";

export type Turn = {
  /** The encoder's state of the text. */
  readonly state: Float32Array;
  /** The state of the other side's turn just before; absent when there is none or it is not known. */
  readonly before?: Float32Array;
  readonly isCustomer: boolean;
};

export type TurnReading = {
  /** The act that matters most among those that hold. */
  readonly act: Act;
  /** All acts that hold, with their probabilities. */
  readonly acts: Readonly<Partial<Record<Exclude<Act, "other">, number>>>;
  /** Whether this is where the customer says what they want. Never for agents and bots. */
  readonly bearsIntent: boolean;
  readonly intentProbability: number;
};

/** What needs an answer goes before what is polite: a turn that thanks and asks is a question. Of equals the more probable. */
const WEIGHTIEST_FIRST = [
  ...([["complaint"], ["wish"], ["request", "question", "offer"], ["deny"], ["confirm"]] as const),
  ...([["inform"], ["goodbye"], ["thanks"], ["greeting"]] as const),
] as const;

export function readTurn(heads: HeadsFile, { state, before, isCustomer }: Turn): TurnReading {
  const width = state.length;
  const input = new Float32Array(2 * width + 2);
  input.set(state);
  if (before !== undefined) input.set(before, width);
  input[2 * width] = before === undefined ? 0 : 1;
  input[2 * width + 1] = isCustomer ? 1 : 0;
  const hidden = applyDense(heads.layers.turn, input).map((value) => Math.max(0, value));
  const logits = applyDense(heads.layers.act, hidden);
  const acts: Partial<Record<Exclude<Act, "other">, number>> = {};
  for (const [place, name] of ACTS.entries()) {
    const { scale, shift, threshold } = heads.act[name];
    const probability = sigmoid(scale * (logits[place] ?? 0) + shift);
    if (probability >= threshold) acts[name] = probability;
  }
  const bears = heads.bears;
  const chance = sigmoid(bears.scale * (applyDense(heads.layers.bears, hidden)[0] ?? 0) + bears.shift);
  const intentProbability = isCustomer ? chance : 0;
  return {
    act: weightiest(acts),
    acts,
    bearsIntent: intentProbability >= bears.threshold,
    intentProbability,
  };
}

function weightiest(acts: TurnReading["acts"]): Act {
  for (const equals of WEIGHTIEST_FIRST) {
    const holding = equals.filter((name) => name in acts);
    const [best] = holding.sort((a, b) => (acts[b] ?? 0) - (acts[a] ?? 0));
    if (best !== undefined) return best;
  }
  return "other";
}
