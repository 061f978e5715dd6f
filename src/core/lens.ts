// Lenses: which utterances topics are found from. A lens is plain data, so that a person can add one: the roles that speak, and
// clauses of conditions on an utterance's labels. Each lens has a tree of its own.
import type { ACTS, Role } from "./domain.ts";

type Act = (typeof ACTS)[number];

/** All conditions that are set must hold. */
export type LensClause = {
  readonly acts?: readonly Act[] | undefined;
  readonly notActs?: readonly Act[] | undefined;
  readonly bearsIntent?: boolean | undefined;
  readonly sentimentAtMost?: number | undefined;
  readonly sentimentAtLeast?: number | undefined;
  /** Never holds where it is not known whether there was an answer. */
  readonly isAnswered?: boolean | undefined;
  readonly wordsAtLeast?: number | undefined;
};

export type Lens = {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly roles: readonly Role[];
  /** One clause that holds is enough. */
  readonly any: readonly LensClause[];
};

export const LENSES = [
  {
    id: "reasons",
    name: "Reasons for contact",
    summary: "What customers come for: utterances that say what they want.",
    roles: ["customer"],
    any: [{ bearsIntent: true }],
  },
  {
    id: "problems",
    name: "Problems and frustrations",
    summary: "What does not work or annoys: complaints, and what is said in a bad mood.",
    roles: ["customer"],
    any: [{ acts: ["complaint"] }, { bearsIntent: true, sentimentAtMost: -0.75 }],
  },
  {
    id: "wishes",
    name: "Feature requests and wishes",
    summary: "What customers would like to have.",
    roles: ["customer"],
    any: [{ acts: ["wish"] }],
  },
  {
    id: "unanswered",
    name: "Questions without a good answer",
    summary: "Questions after which no answer came that helped.",
    roles: ["customer"],
    any: [{ acts: ["question", "request"], isAnswered: false, wordsAtLeast: 3 }],
  },
  {
    id: "staff",
    name: "What agents and bots do",
    summary: "What agents and bots say, without greetings and thanks.",
    roles: ["agent", "bot"],
    any: [{ notActs: ["greeting", "thanks", "goodbye"], wordsAtLeast: 4 }],
  },
] as const satisfies readonly Lens[];

export const DEFAULT_LENS: Lens = LENSES[0];

export function findLens(id: string): Lens | undefined {
  return LENSES.find((lens) => lens.id === id);
}
