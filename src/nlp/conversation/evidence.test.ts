import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EVIDENCE, followConversation, type TurnMeaning } from "./evidence.ts";
import { scoreConversation } from "./score-conversation.ts";

const said = (meaning: Partial<TurnMeaning> = {}) => ({
  isCustomer: true,
  meaning: { sentiment: 0, signals: {}, act: "inform" as const, ...meaning },
});

describe("the evidence of a conversation", () => {
  it("keeps how the customer's sentiment ran", () => {
    const follower = followConversation();
    for (const sentiment of [1, -2, 0.5]) follower.add(said({ sentiment }));
    const { sentiment, sentimentLowest, sentimentShift } = follower.evidence();
    expect(sentiment).toBeCloseTo(-1 / 6);
    expect([sentimentLowest, sentimentShift]).toEqual([-2, -0.5]);
  });

  it("weighs what was said of late more than what was said before", () => {
    const [early, late] = [followConversation(), followConversation()];
    const [angry, calm] = [said({ signals: { frustration: 1 } }), said()];
    for (const turn of [angry, calm, calm]) early.add(turn);
    for (const turn of [calm, calm, angry]) late.add(turn);
    expect(late.evidence().frustration).toBeGreaterThan(early.evidence().frustration);
  });

  it("does not forget that something was urgent or that the customer spoke of leaving", () => {
    const follower = followConversation();
    follower.add(said({ signals: { urgency: 0.9, churn: 0.8 } }));
    for (let turn = 0; turn < 20; turn++) follower.add(said());
    expect(follower.evidence()).toMatchObject({ urgency: 0.9, churn: 0.8 });
  });

  it("takes from the other side whether it failed, and nothing else", () => {
    const follower = followConversation();
    follower.add({
      isCustomer: false,
      meaning: { sentiment: -2, signals: { failure: 1, churn: 1 }, act: "inform" },
    });
    expect(follower.evidence()).toMatchObject({ failure: 0.4, churn: 0, sentiment: 0, length: 0 });
  });

  it("counts a turn in an unknown language for the length only", () => {
    const follower = followConversation();
    follower.add({ isCustomer: true, meaning: undefined });
    const { length, ...rest } = follower.evidence();
    expect(length).toBe(1);
    expect(Object.values(rest).every((value) => value === 0)).toBe(true);
  });
});

describe("the scores of a conversation", () => {
  const model = {
    satisfaction: { base: 3.2, weights: { sentiment: 0.8, frustration: -1.5, solved: 1 } },
    effort: { base: 2, weights: { repeat: 2 } },
  };
  const none = followConversation().evidence();

  it("stay between 1 and 5 whatever happens", () => {
    const evidence = fc.record(
      Object.fromEntries(EVIDENCE.map((name) => [name, fc.double({ min: -50, max: 50, noNaN: true })])),
    );
    fc.assert(
      fc.property(evidence, (shown) => {
        const { satisfaction, effort } = scoreConversation(model, { ...none, ...shown });
        for (const score of [satisfaction, effort]) expect(score >= 1 && score <= 5).toBe(true);
      }),
    );
  });

  it("say what moved the satisfaction, the strongest first", () => {
    const { reasons } = scoreConversation(model, { ...none, frustration: 0.9, sentiment: -1, solved: 0.01 });
    expect(reasons).toEqual([
      { because: "frustration", points: -1.35 },
      { because: "sentiment", points: -0.8 },
    ]);
  });

  it("rise with praise and fall with frustration", () => {
    const at = (shown: object) => scoreConversation(model, { ...none, ...shown }).satisfaction;
    expect(at({ solved: 1 })).toBeGreaterThan(at({}));
    expect(at({ frustration: 1 })).toBeLessThan(at({}));
  });
});
