import { describe, expect, it } from "vitest";
import { AGENTS } from "./company.ts";
import { createFacts } from "./facts.ts";
import { render, type Segment, slotNames } from "./grammar.ts";
import { FOREIGN_WORDS } from "./languages/foreign-dialogue.ts";
import { LEXICON } from "./lexicon.ts";
import { createCustomer } from "./people.ts";
import { createRandom } from "./random.ts";
import { AGENT, BOT, CUSTOMER, MAIL, SMALLTALK } from "./small-words.ts";
import { TOPICS } from "./topics/all-topics.ts";

const textOf = (segments: readonly Segment[]) => segments.map((segment) => segment.text).join("");

describe("render", () => {
  it("reaches every alternative, nested and empty ones too", () => {
    const seen = new Set<string>();
    const random = createRandom(1);
    for (let round = 0; round < 300; round += 1) seen.add(textOf(render("a{b|c{d|}|}", random, () => "")));
    expect([...seen].sort()).toEqual(["a", "ab", "ac", "acd"]);
  });

  it("expands phrases inside phrases and keeps marked values apart", () => {
    const order: Segment = { text: "LM-1", mark: { kind: "decoy", type: "order" } };
    const slots = (name: string) => (name === "order" ? order : "my <order>");
    expect(render("see <phrase> now", createRandom(1), slots)).toEqual([
      { text: "see my " },
      order,
      { text: " now" },
    ]);
  });

  it("names what is wrong with a template", () => {
    expect(() => render("a{b", createRandom(1), () => "")).toThrow("not closed");
    expect(() => render("a}b", createRandom(1), () => "")).toThrow("closes nothing");
    expect(() => render("<a", createRandom(1), () => "")).toThrow("slot is not closed");
    expect(() => render("<a>", createRandom(1), () => "<a>")).toThrow("without end");
  });
});

function everyTemplate(): string[] {
  const strings: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === "string") strings.push(value);
    else if (Array.isArray(value)) value.forEach(collect);
    else if (value !== null && typeof value === "object") Object.values(value).forEach(collect);
  };
  collect([LEXICON, CUSTOMER, BOT, AGENT, MAIL, SMALLTALK, FOREIGN_WORDS]);
  for (const { openings, terse, details, bot, fix, probes } of TOPICS) {
    collect([openings, terse, details, bot, fix, probes]);
  }
  return strings;
}

describe("the templates", () => {
  const customer = createCustomer(1, 0, 1);
  const facts = createFacts(1, 1, { customer, agent: AGENTS[0], version: "4.2.0" });

  it("all compile, and every slot they name is known", () => {
    for (const template of everyTemplate()) {
      for (const name of slotNames(template))
        expect(() => facts(name), `${name} in ${template}`).not.toThrow();
      expect(textOf(render(template, createRandom(3), facts))).not.toMatch(/[{}<>|]|undefined/);
    }
  });

  it("give each topic enough ways to say it", () => {
    for (const topic of TOPICS) {
      expect(topic.openings.length + topic.terse.length, topic.id).toBeGreaterThanOrEqual(8);
      const random = createRandom(5);
      const said = new Set<string>();
      for (let round = 0; round < 60; round += 1) {
        said.add(textOf(render(random.pick(topic.openings), random, facts)));
      }
      expect(said.size, topic.id).toBeGreaterThan(20);
    }
  });
});
