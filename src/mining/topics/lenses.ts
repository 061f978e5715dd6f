// Lenses: which utterances topics are found from. A lens is plain data, so that a person can add one: the roles that speak, and
// clauses of conditions on an utterance's labels. Labels that are not there yet are replaced by rules on the words.
import type { Role } from "../../core/domain.ts";
import { bearsIntent } from "./bears-intent.ts";
import { looksLikeAct } from "./looks-like-act.ts";

/** An utterance as a lens sees it. Absent labels are not known. */
export type LensUtterance = {
  readonly role: Role;
  readonly text: string;
  /** Dialogue act: question, request, inform, complaint, wish, thanks, greeting, … */
  readonly act?: string;
  /** Whether it says what the customer wants. */
  readonly bearsIntent?: boolean;
  /** From −2 (very negative) to 2. */
  readonly sentiment?: number;
  /** Whether what came after answered it. */
  readonly isAnswered?: boolean;
};

/** All conditions that are set must hold. */
export type LensClause = {
  readonly acts?: readonly string[];
  readonly notActs?: readonly string[];
  readonly bearsIntent?: boolean;
  readonly sentimentAtMost?: number;
  readonly sentimentAtLeast?: number;
  /** Never holds where it is not known whether there was an answer. */
  readonly isAnswered?: boolean;
  readonly wordsAtLeast?: number;
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

/** Whether topics under this lens are found from the utterance. */
export function lensAccepts(lens: Lens, utterance: LensUtterance): boolean {
  return lens.roles.includes(utterance.role) && lens.any.some((clause) => holds(clause, utterance));
}

function holds(clause: LensClause, utterance: LensUtterance): boolean {
  const { text, act, sentiment } = utterance;
  const isAct = (name: string) => (act === undefined ? looksLikeAct(name, text) : act === name);
  if (clause.acts !== undefined && !clause.acts.some(isAct)) return false;
  if (clause.notActs?.some(isAct) === true) return false;
  if (clause.bearsIntent !== undefined) {
    const bears = utterance.bearsIntent ?? bearsIntent(text);
    if (bears !== clause.bearsIntent) return false;
  }
  if (clause.sentimentAtMost !== undefined && (sentiment ?? 0) > clause.sentimentAtMost) return false;
  if (clause.sentimentAtLeast !== undefined && (sentiment ?? 0) < clause.sentimentAtLeast) return false;
  if (clause.isAnswered !== undefined && utterance.isAnswered !== clause.isAnswered) return false;
  return clause.wordsAtLeast === undefined || text.split(/\s+/).length >= clause.wordsAtLeast;
}
