// The satisfaction that is read off conversations beside people's ratings of them (USS), which it was never fitted to.
import type { ConversationScores } from "../src/nlp/conversation/score-conversation.ts";
import { followDialogue } from "../src/nlp/label/follow-dialogue.ts";
import type { Bench, BenchRow } from "./bench.ts";
import { fittedRecall, type RatedRow } from "./support/fitted-satisfaction.ts";
import { spearman } from "./support/label-scores.ts";
import { type BenchLabeller, openLabeller } from "./support/open-labeller.ts";
import { RATED_SETS, readRatedDialogues } from "./support/rated-dialogues.ts";

/** Every dialogue is read, 500 to 1,000 of each set: with a fifth of them a correlation is known to 0.08 only. */
const EVERY = 1;
/** States are of about this size: divided by it, features are of about the size 1. */
const STATE_SIZE = 0.5;

export const bench: Bench = {
  name: "satisfaction",
  summary: "Satisfaction without a survey beside people's ratings (USS)",
  async run({ datasets, write }) {
    if (datasets === undefined) throw new Error("Set PARLANCE_DATASETS to the folder of the data sets.");
    const opened = await openLabeller();
    try {
      return await measureSatisfaction(opened, datasets, write);
    } finally {
      await opened.encoder.close();
    }
  },
};

export async function measureSatisfaction(
  { labeller, heads, read }: BenchLabeller,
  datasets: string,
  write: (line: string) => void,
): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const name of RATED_SETS) {
    write(`reading ${name}`);
    const dialogues = readRatedDialogues(datasets, name, EVERY);
    const readings = await read(dialogues.flatMap(({ turns }) => turns.map(({ text }) => text)));
    const byTurn = { given: [] as number[], rated: [] as number[] };
    const byDialogue = { given: [] as number[], rated: [] as number[] };
    const rated: RatedRow[] = [];
    let place = 0;
    for (const [number, { turns, overall }] of dialogues.entries()) {
      const dialogue = followDialogue(labeller, heads.conversation);
      let satisfaction = 3;
      let before: Float32Array = new Float32Array(0);
      for (const turn of turns) {
        const reading = readings[place];
        place += 1;
        if (reading === undefined) continue;
        const { scores } = dialogue.add(reading, turn.isCustomer);
        satisfaction = scores.satisfaction;
        if (turn.level !== undefined)
          rated.push({
            features: featuresOf(reading.state, before, scores),
            level: turn.level - 1,
            dialogue: number,
          });
        if (!turn.isCustomer) before = reading.state;
        if (turn.rating === undefined) continue;
        byTurn.given.push(satisfaction);
        byTurn.rated.push(turn.rating);
      }
      if (overall === undefined) continue;
      byDialogue.given.push(satisfaction);
      byDialogue.rated.push(overall);
    }
    const whole = spearman(byDialogue.given, byDialogue.rated);
    const turnwise = spearman(byTurn.given, byTurn.rated);
    rows.push({
      what: `USS ${name}, whole dialogues, Spearman`,
      value: whole,
      unit: "",
      limit: { text: "≥ 0.30", met: whole >= 0.3 },
    });
    rows.push({ what: `USS ${name}, turn by turn, Spearman`, value: turnwise, unit: "" });
    const recall = fittedRecall(rated);
    rows.push({
      what: `USS ${name}, head fitted on its folds (not shipped), mean recall of five levels`,
      value: recall,
      unit: "",
      limit: { text: "≥ 0.34", met: recall >= 0.34 },
    });
  }
  return rows;
}

function featuresOf(own: Float32Array, before: Float32Array, scores: ConversationScores): Float64Array {
  const features = new Float64Array(2 * own.length + 3);
  for (const [place, value] of own.entries()) features[place] = value / STATE_SIZE;
  for (const [place, value] of before.entries()) features[own.length + place] = value / STATE_SIZE;
  features.set([scores.satisfaction - 3, scores.effort - 3, scores.urgency], 2 * own.length);
  return features;
}
