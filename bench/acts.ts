// Dialogue acts and intent-bearing on dialogues of services that training never saw.
import type { TurnReading } from "../src/nlp/act/act.ts";
import { followDialogue } from "../src/nlp/label/follow-dialogue.ts";
import type { Bench, BenchRow } from "./bench.ts";
import { type ActTurn, readMultiWozTest, readSgdTest } from "./support/dialogue-acts.ts";
import { f1, mean } from "./support/label-scores.ts";
import { type BenchLabeller, openLabeller } from "./support/open-labeller.ts";

/** One dialogue in this many is read: 293 of SGD, 250 of MultiWOZ. */
const EVERY_SGD = 10;
const EVERY_MULTIWOZ = 4;
/** Acts with fewer examples are left out of the mean. */
const FEWEST = 30;

export const bench: Bench = {
  name: "acts",
  summary: "Dialogue acts and intent-bearing on SGD's unseen services and on MultiWOZ",
  async run({ datasets }) {
    if (datasets === undefined) throw new Error("Set PARLANCE_DATASETS to the folder of the data sets.");
    const opened = await openLabeller();
    try {
      return await measureActs(opened, datasets);
    } finally {
      await opened.encoder.close();
    }
  },
};

export async function measureActs(opened: BenchLabeller, datasets: string): Promise<BenchRow[]> {
  const sgd = await score(opened, readSgdTest(datasets, EVERY_SGD));
  const multiwoz = await score(opened, await readMultiWozTest(datasets, EVERY_MULTIWOZ));
  return [
    ...rowsOf("SGD test", sgd.inContext, 0.9),
    ...rowsOfAlone("SGD test", sgd.alone),
    ...rowsOf("MultiWOZ 2.1 test", multiwoz.inContext, 0.85),
    ...rowsOfAlone("MultiWOZ 2.1 test", multiwoz.alone),
  ];
}

type Score = { readonly acts: ReadonlyMap<string, number>; readonly bearing: number };
type FoundTurn = { readonly acts: ReadonlySet<string>; readonly bearsIntent: boolean };

/** With the turn before, as `parlance label` reads, and without it, as the pipeline reads distinct texts. */
async function score(
  { labeller, heads, read }: BenchLabeller,
  dialogues: ActTurn[][],
): Promise<{ readonly inContext: Score; readonly alone: Score }> {
  const readings = await read(dialogues.flatMap((turns) => turns.map(({ text }) => text)));
  const gold: ActTurn[] = [];
  const inContext: FoundTurn[] = [];
  const alone: FoundTurn[] = [];
  let place = 0;
  for (const turns of dialogues) {
    const dialogue = followDialogue(labeller, heads.conversation);
    for (const turn of turns) {
      const reading = readings[place];
      place += 1;
      if (reading === undefined) continue;
      gold.push(turn);
      inContext.push(foundIn(dialogue.add(reading, turn.isCustomer).turn));
      alone.push(foundIn(labeller.readTurn({ state: reading.state, isCustomer: turn.isCustomer })));
    }
  }
  return { inContext: scoreFound(gold, inContext), alone: scoreFound(gold, alone) };
}

/** What holds in our words, and in those in which MultiWOZ's acts are ours. */
function foundIn(given: TurnReading | undefined): FoundTurn {
  const acts = new Set<string>(Object.keys(given?.acts ?? {}));
  if (acts.has("inform") || acts.has("request") || acts.has("wish") || acts.has("complaint")) {
    acts.add("inform or request");
  } else if (!acts.has("question") && (acts.has("thanks") || acts.has("goodbye"))) {
    // MultiWOZ marks a closing only where the turn does nothing else.
    acts.add("thanks or goodbye");
  }
  return { acts, bearsIntent: given?.bearsIntent ?? false };
}

function scoreFound(gold: readonly ActTurn[], found: readonly FoundTurn[]): Score {
  const told = gold.flatMap(({ acts }, at) => (acts === undefined ? [] : [{ acts, at }]));
  const names = [...new Set(told.flatMap(({ acts }) => [...acts]))].sort();
  const acts = new Map<string, number>();
  for (const name of names) {
    const isGold = told.map((each) => each.acts.has(name));
    if (isGold.filter(Boolean).length < FEWEST) continue;
    acts.set(
      name,
      f1(
        told.map(({ at }) => found[at]?.acts.has(name) === true),
        isGold,
      ),
    );
  }
  const asked = gold.flatMap(({ bearsIntent }, at) =>
    bearsIntent === undefined ? [] : [{ bearsIntent, at }],
  );
  const bearing = f1(
    asked.map(({ at }) => found[at]?.bearsIntent === true),
    asked.map(({ bearsIntent }) => bearsIntent),
  );
  return { acts, bearing };
}

function rowsOf(name: string, { acts, bearing }: Score, least: number): BenchRow[] {
  const macro = mean([...acts.values()]);
  const limit = (value: number) => ({ text: `≥ ${least.toFixed(2)}`, met: value >= least });
  return [
    { what: `${name}, acts, macro F1`, value: macro, unit: "", limit: limit(macro) },
    ...[...acts].map(([act, value]) => ({ what: `  ${act}`, value, unit: "" })),
    { what: `${name}, intent-bearing, F1`, value: bearing, unit: "", limit: limit(bearing) },
  ];
}

function rowsOfAlone(name: string, { acts, bearing }: Score): BenchRow[] {
  return [
    { what: `${name}, each turn by itself: acts, macro F1`, value: mean([...acts.values()]), unit: "" },
    { what: `${name}, each turn by itself: intent-bearing, F1`, value: bearing, unit: "" },
  ];
}
