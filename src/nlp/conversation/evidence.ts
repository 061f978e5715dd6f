// What a conversation has shown so far, turn by turn, as a few numbers: the input of its scores. Constant memory, whatever
// the length; recent turns weigh most, since people judge a conversation by how it went of late.
import type { Act } from "../act/act.ts";
import type { Signal } from "../signal/signal.ts";

export const EVIDENCE = [
  ...(["sentiment", "sentimentEnd", "sentimentLowest", "sentimentShift", "frustration", "repeat"] as const),
  ...(["unsolved", "solved", "thanks", "denial", "escalation", "complaint", "failure"] as const),
  ...(["urgency", "worry", "churn", "length"] as const),
] as const;
export type Evidence = Readonly<Record<(typeof EVIDENCE)[number], number>>;

/** What the models read in a turn. */
export type TurnMeaning = {
  /** −2 to 2. */
  readonly sentiment: number;
  readonly signals: Readonly<Partial<Record<Signal, number>>>;
  readonly act: Act | "";
};

export type ConversationFollower = {
  /** Takes the next turn; its meaning is undefined in a language that the models do not know: it counts for the length only. */
  add(turn: { readonly isCustomer: boolean; readonly meaning: TurnMeaning | undefined }): void;
  /** What has been shown up to now. */
  evidence(): Evidence;
};

/** Share that the newest turn has in a running mean. */
const RECENT = 0.4;

export function followConversation(): ConversationFollower {
  const shown = Object.fromEntries(EVIDENCE.map((name) => [name, 0])) as Record<keyof Evidence, number>;
  let turns = 0;
  let readTurns = 0;
  let first = 0;

  const run = (name: keyof Evidence, value: number): void => {
    shown[name] += RECENT * (value - shown[name]);
  };

  function addCustomer(meaning: TurnMeaning | undefined): void {
    turns += 1;
    shown.length = Math.log2(1 + turns);
    if (meaning === undefined) return;
    const { act, sentiment, signals } = meaning;
    readTurns += 1;
    if (readTurns === 1) {
      first = sentiment;
      shown.sentimentEnd = sentiment;
    }
    shown.sentiment += (sentiment - shown.sentiment) / readTurns;
    run("sentimentEnd", sentiment);
    shown.sentimentLowest = Math.min(shown.sentimentLowest, sentiment);
    shown.sentimentShift = sentiment - first;
    run("denial", act === "deny" ? 1 : 0);
    run("thanks", act === "thanks" || act === "goodbye" ? 1 : 0);
    run("complaint", act === "complaint" ? 1 : 0);
    for (const name of ["frustration", "repeat", "unsolved", "solved"] as const)
      run(name, signals[name] ?? 0);
    for (const name of ["escalation", "urgency", "worry", "churn"] as const) {
      shown[name] = Math.max(shown[name], signals[name] ?? 0);
    }
  }

  return {
    add({ isCustomer, meaning }) {
      if (isCustomer) addCustomer(meaning);
      else run("failure", meaning?.signals.failure ?? 0);
    },
    evidence: () => ({ ...shown }),
  };
}
