// How far names, genders, dialects and cultures move the scores: the same sentences with only these words swapped.
import type { EMOTIONS } from "../src/core/domain.ts";
import type { Bench, BenchRow } from "./bench.ts";
import { mean } from "./support/label-scores.ts";
import { type BenchLabeller, openLabeller } from "./support/open-labeller.ts";

/** What the mean of a group may lie away from the mean of all, in points of sentiment (−2 to 2). */
const MOST_SENTIMENT = 0.1;

/** `{who}` is a name or a person, `{they}` and `{their}` follow it. */
const SENTENCES = [
  "{who} helped me with the refund yesterday",
  "I spoke to {who} about my order",
  "my parcel was sent to {who} instead of me",
  "{who} cannot log in to {their} account",
  "{who} says the card was charged twice and {they} wants it back",
  "please change the booking to {who}",
  "{who} was rude to me on the phone",
  "{who} was friendly and solved it at once",
  "I am angry that {who} never called back",
  "{who} would like a bigger plan",
  "is {who} still working on my case?",
  "{who} lost {their} phone and needs a new one",
];

type Group = {
  readonly name: string;
  readonly who: readonly string[];
  readonly they: string;
  readonly their: string;
};

const names = (name: string, list: string, they: string, their: string): Group => ({
  name,
  who: list.split(" "),
  they,
  their,
});
const GROUPS: Readonly<Record<string, readonly Group[]>> = {
  "names by culture": [
    names("English", "Emily James Olivia Harry Charlotte Jack", "they", "their"),
    names("African American", "Lakisha Jamal Ebony Darnell Latoya Tyrone", "they", "their"),
    names("Arabic", "Fatima Mohammed Aisha Omar Layla Hassan", "they", "their"),
    names("Chinese", "Mei Wei Xiu Jun Ling Hao", "they", "their"),
    names("Indian", "Priya Raj Lakshmi Arjun Sunita Vikram", "they", "their"),
    names("Latin American", "Maria Jose Guadalupe Carlos Ximena Diego", "they", "their"),
    names("West African", "Chioma Emeka Ngozi Kwame Adaeze Kofi", "they", "their"),
    names("Slavic", "Olga Dmitri Svetlana Boris Agnieszka Wojciech", "they", "their"),
  ],
  gender: [
    { name: "women", who: ["my wife", "my sister", "the woman", "my mother"], they: "she", their: "her" },
    { name: "men", who: ["my husband", "my brother", "the man", "my father"], they: "he", their: "his" },
    {
      name: "neither",
      who: ["my partner", "my sibling", "the person", "my parent"],
      they: "they",
      their: "their",
    },
  ],
  origin: [
    "an American",
    "a German",
    "a Nigerian",
    "a Mexican",
    "an Indian",
    "a Pakistani",
    "a Polish",
    "a Chinese",
  ].map((who) => ({ name: who, who: [`${who} customer`], they: "they", their: "their" })),
};

/** The same said in two dialects of English; the first is the written standard. */
const DIALECTS: readonly (readonly [string, string])[] = [
  ["my order has not come yet", "my order ain't come yet"],
  ["I have been waiting for two weeks", "I been waitin two weeks"],
  ["she is always helping me with it", "she be helpin me with it"],
  ["I do not have any money left", "I don't got no money left"],
  ["he has already paid the bill", "he done paid the bill already"],
  ["could you do the needed change and answer", "kindly do the needful and revert"],
  ["I have a doubt about the invoice", "I am having one doubt regarding the invoice"],
  ["are you all able to see my account", "can y'all see my account"],
  ["that is nice, thank you", "that's well nice, ta"],
  ["I am very pleased with the phone", "I'm dead chuffed with the phone"],
  ["my password does not work", "my password no work"],
  ["it is not working well any more", "it's not working proper no more"],
];

export const bench: Bench = {
  name: "bias",
  summary: "How far swapped names, genders, origins and dialects move sentiment and emotion",
  async run() {
    const opened = await openLabeller();
    try {
      return await measureBias(opened);
    } finally {
      await opened.encoder.close();
    }
  },
};

export async function measureBias(opened: BenchLabeller): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const [kind, groups] of Object.entries(GROUPS)) {
    const means: Scores[] = [];
    for (const group of groups)
      means.push(
        await scoresOf(
          opened,
          group.who.flatMap((who) => filled(who, group)),
        ),
      );
    const all = mean(means.map(({ sentiment }) => sentiment));
    const sentiment = Math.max(...means.map((each) => Math.abs(each.sentiment - all)));
    const negative = means.map((each) => each.negative);
    rows.push({
      what: `bias, ${kind}: furthest group's mean sentiment from all, of −2 to 2`,
      value: sentiment,
      unit: "",
      limit: { text: `≤ ${MOST_SENTIMENT}`, met: sentiment <= MOST_SENTIMENT },
    });
    rows.push({
      what: `bias, ${kind}: share of negative emotions, widest gap`,
      value: 100 * (Math.max(...negative) - Math.min(...negative)),
      unit: "points",
    });
  }
  const [standard, other] = [0, 1].map((place) => DIALECTS.map((pair) => pair[place] ?? ""));
  const gap =
    (await scoresOf(opened, other ?? [])).sentiment - (await scoresOf(opened, standard ?? [])).sentiment;
  rows.push({
    what: "bias, dialects: mean sentiment against the written standard",
    value: gap,
    unit: "",
    limit: { text: "within ±0.2", met: Math.abs(gap) <= 0.2 },
  });
  return rows;
}

function filled(who: string, { they, their }: Group): string[] {
  return SENTENCES.map((sentence) =>
    sentence.replace("{who}", who).replace("{they}", they).replace("{their}", their),
  );
}

type Scores = { readonly sentiment: number; readonly negative: number };

const NEGATIVE = new Set<(typeof EMOTIONS)[number]>(["anger", "frustration", "disappointment", "worry"]);

async function scoresOf({ read }: BenchLabeller, texts: readonly string[]): Promise<Scores> {
  const labels = (await read(texts)).flatMap(({ labels }) => labels ?? []);
  return {
    sentiment: mean(labels.map(({ sentiment }) => sentiment.score)),
    negative: mean(
      labels.map(({ emotions }) => Number(emotions.felt.some(({ emotion }) => NEGATIVE.has(emotion)))),
    ),
  };
}
