// The satisfaction that is read off conversations beside people's ratings of them (USS), which it was never fitted to.
import { followDialogue } from "../src/nlp/label/follow-dialogue.ts";
import type { Bench, BenchRow } from "./bench.ts";
import { spearman } from "./support/label-scores.ts";
import { type BenchLabeller, openLabeller } from "./support/open-labeller.ts";
import { RATED_SETS, readRatedDialogues } from "./support/rated-dialogues.ts";

/** One dialogue in this many is read: 100 to 200 of each set. */
const EVERY = 5;

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
    let place = 0;
    for (const { turns, overall } of dialogues) {
      const dialogue = followDialogue(labeller, heads.conversation);
      let satisfaction = 3;
      for (const turn of turns) {
        const reading = readings[place];
        place += 1;
        if (reading === undefined) continue;
        satisfaction = dialogue.add(reading, turn.isCustomer).scores.satisfaction;
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
  }
  return rows;
}
