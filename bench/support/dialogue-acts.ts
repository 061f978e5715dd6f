// Dialogues whose turns carry acts, in our own words of acts: SGD's test part, with services that training never saw, and
// MultiWOZ 2.1. How their acts are read as ours is said in docs/models.md.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readFirstMember } from "./zip-member.ts";

export type ActTurn = {
  readonly text: string;
  readonly isCustomer: boolean;
  /** Undefined where the data does not say. */
  readonly acts: ReadonlySet<string> | undefined;
  readonly bearsIntent: boolean | undefined;
};

const SGD_CUSTOMER: Readonly<Record<string, string>> = {
  INFORM: "inform",
  REQUEST: "question",
  AFFIRM: "confirm",
  AFFIRM_INTENT: "confirm",
  SELECT: "confirm",
  NEGATE: "deny",
  NEGATE_INTENT: "deny",
  INFORM_INTENT: "request",
  REQUEST_ALTS: "request",
  THANK_YOU: "thanks",
  GOODBYE: "goodbye",
};
const SGD_SYSTEM: Readonly<Record<string, string>> = {
  REQUEST: "question",
  CONFIRM: "question",
  REQ_MORE: "question",
  OFFER: "offer",
  OFFER_INTENT: "offer",
  INFORM: "inform",
  INFORM_COUNT: "inform",
  NOTIFY_SUCCESS: "inform",
  NOTIFY_FAILURE: "inform",
  GOODBYE: "goodbye",
};

type SgdLine = { readonly turns: readonly { speaker: string; utterance: string; acts: readonly string[] }[] };

/** Every `every`-th dialogue of the test part. */
export function readSgdTest(datasets: string, every: number): ActTurn[][] {
  const lines = readFileSync(join(datasets, "schema-guided-dialogue", "test.jsonl"), "utf8")
    .trim()
    .split("\n");
  return lines
    .filter((_, place) => place % every === 0)
    .map((line) =>
      (JSON.parse(line) as SgdLine).turns.map(({ speaker, utterance, acts }) => {
        const isCustomer = speaker === "USER";
        const names = acts.flatMap((act) => (isCustomer ? SGD_CUSTOMER : SGD_SYSTEM)[act] ?? []);
        return {
          text: utterance,
          isCustomer,
          acts: new Set(names),
          bearsIntent: isCustomer ? acts.includes("INFORM_INTENT") : undefined,
        };
      }),
    );
}

const MULTIWOZ: Readonly<Record<string, string>> = {
  Inform: "inform or request",
  Request: "question",
  // Of the two it marks one where both are said.
  thank: "thanks or goodbye",
  bye: "thanks or goodbye",
  greet: "greeting",
};
type MultiWoz = Readonly<
  Record<string, { readonly log: readonly { text: string; dialog_act?: Record<string, unknown> | string }[] }>
>;

/** Customer turns have acts; where a domain is first spoken of, they bear the intent. */
export async function readMultiWozTest(datasets: string, every: number): Promise<ActTurn[][]> {
  const json = await readFirstMember(join(datasets, "multiwoz21-valtest", "test.json.zip"));
  return Object.values(JSON.parse(json) as MultiWoz)
    .filter((_, place) => place % every === 0)
    .map(({ log }) => {
      const seen = new Set<string>();
      return log.map(({ text, dialog_act: named }, place) => {
        const names = typeof named === "object" ? Object.keys(named) : [];
        if (place % 2 === 1 || names.length === 0) {
          return { text, isCustomer: place % 2 === 0, acts: undefined, bearsIntent: undefined };
        }
        const domains = names
          .map((name) => name.split("-")[0] ?? "")
          .filter((domain) => domain !== "general");
        const bearsIntent = domains.some((domain) => !seen.has(domain));
        for (const domain of domains) seen.add(domain);
        const acts = new Set(names.flatMap((name) => MULTIWOZ[name.split("-")[1] ?? ""] ?? []));
        return { text, isCustomer: true, acts, bearsIntent };
      });
    });
}
