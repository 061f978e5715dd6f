// The turns of one conversation in their order: each is read with the other side's turn before it, and the scores of the
// conversation follow.
import type { TurnReading } from "../act/act.ts";
import { followConversation } from "../conversation/evidence.ts";
import {
  type ConversationModel,
  type ConversationScores,
  scoreConversation,
} from "../conversation/score-conversation.ts";
import type { Labeller, TextReading } from "./labeller.ts";

export type DialogueTurn = {
  /** Undefined where the text is in a language that the heads do not know. */
  readonly turn: TurnReading | undefined;
  /** As of this turn; after the last turn they are the conversation's. */
  readonly scores: ConversationScores;
};

export type Dialogue = {
  /** Takes the next turn. */
  add(text: TextReading, isCustomer: boolean): DialogueTurn;
};

export function followDialogue(labeller: Labeller, model: ConversationModel): Dialogue {
  const follower = followConversation();
  const latest: { customer?: Float32Array; other?: Float32Array } = {};
  return {
    add(text, isCustomer) {
      const before = isCustomer ? latest.other : latest.customer;
      const turn =
        text.labels === undefined
          ? undefined
          : labeller.readTurn({ state: text.state, isCustomer, ...(before !== undefined && { before }) });
      if (isCustomer) latest.customer = text.state;
      else latest.other = text.state;
      const meaning =
        text.labels === undefined || turn === undefined
          ? undefined
          : { sentiment: text.labels.sentiment.score, signals: text.labels.signals, act: turn.act };
      follower.add({ isCustomer, meaning });
      return { turn, scores: scoreConversation(model, follower.evidence()) };
    },
  };
}
