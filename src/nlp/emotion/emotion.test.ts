import { describe, expect, it } from "vitest";
import { plainHeads } from "../../../test/support/heads.ts";
import { EMOTIONS } from "../../core/domain.ts";
import { readSignals, SIGNALS, type Signals } from "../signal/signal.ts";
import { FINE_EMOTIONS, type FineEmotion, readEmotions } from "./emotion.ts";

const heads = plainHeads(40);
const quiet = readSignals(heads, new Float32Array(40));
const stateOf = (...names: FineEmotion[]): Float32Array => {
  const state = new Float32Array(40);
  for (const name of names) state[FINE_EMOTIONS.indexOf(name)] = 10 + FINE_EMOTIONS.indexOf(name) / 100;
  return state;
};

describe("emotions of a text", () => {
  it.each([
    ["anger", "anger"],
    ["disgust", "anger"],
    ["annoyance", "frustration"],
    ["sadness", "disappointment"],
    ["confusion", "confusion"],
    ["nervousness", "worry"],
    ["gratitude", "gratitude"],
    ["excitement", "joy"],
  ] as const)("%s means %s to a support team", (fine, emotion) => {
    const { felt } = readEmotions(heads, stateOf(fine), quiet);
    expect(felt.map((each) => each.emotion)).toEqual([emotion]);
  });

  it("are neutral when only feelings without meaning for a service hold, or none", () => {
    for (const state of [stateOf("curiosity", "approval"), stateOf()]) {
      expect(readEmotions(heads, state, quiet).felt.map(({ emotion }) => emotion)).toEqual(["neutral"]);
    }
  });

  it("count the signals of frustration, worry and urgency", () => {
    const signals: Signals = { ...quiet, urgency: 0.9, worry: 0.7, churn: 0.99 };
    const { felt } = readEmotions(heads, stateOf(), signals);
    expect(felt).toEqual([
      { emotion: "urgency", probability: 0.9 },
      { emotion: "worry", probability: 0.7 },
    ]);
  });

  it("list the fine ones that hold, the most probable first", () => {
    const { fine, felt } = readEmotions(heads, stateOf("joy", "amusement", "surprise"), quiet);
    expect(fine.map(({ emotion }) => emotion)).toEqual(["surprise", "joy", "amusement"]);
    expect(felt).toHaveLength(1);
    expect(felt[0]?.probability).toBe(fine[1]?.probability);
  });

  it("know only names of the nine", () => {
    for (const fine of FINE_EMOTIONS) {
      for (const { emotion } of readEmotions(heads, stateOf(fine), quiet).felt)
        expect(EMOTIONS).toContain(emotion);
    }
  });
});

describe("signals of a text", () => {
  it("are probabilities by name", () => {
    const state = new Float32Array(40);
    state[SIGNALS.indexOf("churn")] = 16;
    const signals = readSignals(heads, state);
    expect(signals.churn).toBeGreaterThan(0.99);
    expect(signals.urgency).toBeLessThan(0.01);
  });
});
