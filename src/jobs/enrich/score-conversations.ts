// Scores conversations of which something is to be labelled anew, from what the models read in their turns.

import type { ConversationPlace } from "../../columnar/conversation-place.ts";
import {
  insertConversationScores,
  type SaidTurn,
  type StoredScores,
  streamSaidTurns,
} from "../../columnar/labels/conversation-scores.ts";
import type { Act } from "../../nlp/act/act.ts";
import {
  type ConversationFollower,
  followConversation,
  type TurnMeaning,
} from "../../nlp/conversation/evidence.ts";
import { scoreConversation } from "../../nlp/conversation/score-conversation.ts";
import { SIGNALS } from "../../nlp/signal/signal.ts";
import { type EnrichContext, execOptions } from "./enrich-context.ts";

const STORED_AT_ONCE = 20_000;

type Followed = {
  readonly conversationId: string;
  readonly day: string;
  readonly follower: ConversationFollower;
};

/** Scores wait until labels are written: the roll-up takes them. Conversations without a customer's turn get none. */
export async function scoreConversations(
  context: EnrichContext,
  wanted: {
    readonly models: string;
    readonly labelVersion: string;
    readonly within?: readonly ConversationPlace[];
  },
): Promise<void> {
  const { columnar, workspace } = context;
  const options = execOptions(context, "enrich.score");
  let scores: StoredScores[] = [];
  let current: Followed | undefined;
  const finish = (): void => {
    const evidence = current?.follower.evidence();
    if (current === undefined || evidence === undefined || evidence.length === 0) return;
    const { conversationId, day } = current;
    scores.push({ conversationId, day, ...scoreConversation(context.conversationModel, evidence) });
  };
  for await (const turns of streamSaidTurns(columnar, { workspace, ...wanted }, options)) {
    for (const turn of turns) {
      if (current?.conversationId !== turn.conversationId) {
        finish();
        current = { conversationId: turn.conversationId, day: turn.day, follower: followConversation() };
      }
      current.follower.add({ isCustomer: turn.isCustomer, meaning: meaningOf(turn) });
    }
    if (scores.length >= STORED_AT_ONCE) {
      await insertConversationScores(columnar, workspace, scores, options);
      scores = [];
    }
  }
  finish();
  await insertConversationScores(columnar, workspace, scores, options);
}

function meaningOf(turn: SaidTurn): TurnMeaning | undefined {
  if (!turn.isKnown) return undefined;
  return {
    sentiment: turn.sentiment,
    act: turn.act as Act,
    signals: Object.fromEntries(SIGNALS.map((name, place) => [name, turn.signals[place] ?? 0])),
  };
}
