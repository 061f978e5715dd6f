import { describe, expect, it } from "vitest";
import { plainHeads } from "../../../test/support/heads.ts";
import { ACTS } from "../../core/domain.ts";
import { readTurn } from "./act.ts";

const WIDTH = 40;
const heads = plainHeads(WIDTH);
const stateOf = (...names: (typeof ACTS)[number][]): Float32Array => {
  const state = new Float32Array(WIDTH);
  for (const name of names) state[ACTS.indexOf(name)] = 12;
  return state;
};

describe("reading a turn", () => {
  it("gives the acts that hold, with their probabilities", () => {
    const { act, acts } = readTurn(heads, { state: stateOf("inform"), isCustomer: true });
    expect(act).toBe("inform");
    expect(acts.inform).toBeGreaterThan(0.9);
    expect(Object.keys(acts)).toEqual(["inform"]);
  });

  it.each([
    [["thanks", "question"], "question"],
    [["greeting", "complaint", "request"], "complaint"],
    [["confirm", "inform"], "confirm"],
    [["goodbye", "thanks"], "goodbye"],
  ] as const)("takes what needs an answer before what is polite: %s", (names, act) => {
    expect(readTurn(heads, { state: stateOf(...names), isCustomer: true }).act).toBe(act);
  });

  it("is other where nothing fits", () => {
    expect(readTurn(heads, { state: stateOf(), isCustomer: true })).toMatchObject({ act: "other", acts: {} });
  });

  it("never says of an agent that they bear the customer's intent", () => {
    const state = stateOf("question");
    expect(readTurn(heads, { state, isCustomer: true }).bearsIntent).toBe(true);
    expect(readTurn(heads, { state, isCustomer: false })).toMatchObject({
      bearsIntent: false,
      intentProbability: 0,
    });
  });

  it("reads the turn before it, when there is one", () => {
    const listening = plainHeads(WIDTH);
    const { weights, inputs } = listening.layers.turn;
    // "deny" listens to the first number of the turn before.
    weights[ACTS.indexOf("deny") * inputs + WIDTH] = 1;
    const before = new Float32Array(WIDTH).fill(12, 0, 1);
    const state = stateOf();
    expect(readTurn(listening, { state, isCustomer: true }).act).toBe("other");
    expect(readTurn(listening, { state, before, isCustomer: true }).act).toBe("deny");
  });
});
