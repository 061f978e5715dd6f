// Whether an utterance counts under a lens. Labels that are not there yet are replaced by rules on the words.
import type { Role } from "../../core/domain.ts";
import type { Lens, LensClause } from "../../core/lens.ts";
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
