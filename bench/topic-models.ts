// The classical topic models beside scikit-learn's and gensim's: the same counts, passes and batches, and all judged by one
// code. Times are seconds of processor time of the fit alone.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { scoreClustering } from "../src/mining/evaluate/clustering-scores.ts";
import { cvCoherence, npmiCoherence, topicDiversity } from "../src/mining/topic-models/coherence.ts";
import {
  contentWords,
  countTerms,
  type DocumentTerms,
  weighByRarity,
} from "../src/mining/topic-models/document-terms.ts";
import { fitGibbsLda } from "../src/mining/topic-models/gibbs-lda.ts";
import { heldOutPerplexity } from "../src/mining/topic-models/held-out-perplexity.ts";
import { fitNmf } from "../src/mining/topic-models/nmf.ts";
import { fitOnlineLda } from "../src/mining/topic-models/online-lda.ts";
import { heaviestTerms, heaviestTopics, type TopicModel } from "../src/mining/topic-models/topic-model.ts";
import type { Bench, BenchContext, BenchRow } from "./bench.ts";
import { type IntentSet, readMeasuringSets } from "./support/intent-sets.ts";
import { openPeerEnvironment } from "./support/peer-environment.ts";

const SEED = 1;
const PASSES = 10;
const JUDGED_TERMS = 10;
const SETS = ["BANKING77 test", "CLINC150 test"];
const REQUIREMENTS = ["gensim==4.4.0", "scikit-learn==1.9.1", "scipy==1.17.1", "numpy==2.4.6"];

type Judged = {
  readonly seconds: number;
  readonly perplexity: number;
  readonly npmi: number;
  readonly cv: number;
  readonly diversity: number;
  readonly nmi: number;
};

type Corpus = {
  readonly set: IntentSet;
  readonly documents: readonly (readonly string[])[];
  readonly topicCount: number;
  /** Every fifth document is foretold; the others are fitted. */
  readonly fitted: DocumentTerms;
  readonly fittedLabels: readonly string[];
  readonly heldOut: DocumentTerms;
};

function readCorpus(set: IntentSet): Corpus {
  const documents = set.texts.map(contentWords);
  const isHeldOut = (row: number) => row % 5 === 4;
  const fitted = countTerms(documents.filter((_, row) => !isHeldOut(row)));
  const known = new Set(fitted.vocabulary);
  const heldOut = countTerms(
    [
      [...known],
      ...documents.filter((_, row) => isHeldOut(row)).map((words) => words.filter((word) => known.has(word))),
    ],
    { fewestDocuments: 1, largestShare: 1 },
  );
  return {
    set,
    documents,
    topicCount: new Set(set.labels).size,
    fitted,
    fittedLabels: set.labels.filter((_, row) => !isHeldOut(row)),
    heldOut: dropFirst(heldOut),
  };
}

/** Without the first document, which was there to make the vocabularies the same. */
function dropFirst({ vocabulary, rowStarts, terms, counts }: DocumentTerms): DocumentTerms {
  const start = rowStarts[1] ?? 0;
  return {
    vocabulary,
    rowStarts: rowStarts.slice(1).map((place) => place - start),
    terms: terms.slice(start),
    counts: counts.slice(start),
  };
}

function wordsOf(model: TopicModel, corpus: Corpus, count: number): string[][] {
  return heaviestTerms(model, count).map((terms) =>
    terms.map((term) => corpus.fitted.vocabulary[term] ?? ""),
  );
}

function mean(values: Iterable<number>): number {
  const list = [...values];
  return list.reduce((sum, value) => sum + value, 0) / Math.max(1, list.length);
}

function judge(model: TopicModel, seconds: number, corpus: Corpus): Judged {
  const input = { documents: corpus.documents, topics: wordsOf(model, corpus, JUDGED_TERMS) };
  return {
    seconds,
    perplexity: heldOutPerplexity(model, corpus.heldOut, { seed: SEED }),
    npmi: mean(npmiCoherence(input)),
    cv: mean(cvCoherence(input)),
    diversity: topicDiversity(wordsOf(model, corpus, 25)),
    nmi: 100 * scoreClustering(heaviestTopics(model).topics, corpus.fittedLabels).nmi,
  };
}

function timed(fitModel: () => TopicModel, corpus: Corpus): Judged {
  const before = process.cpuUsage();
  const model = fitModel();
  const { user, system } = process.cpuUsage(before);
  return judge(model, (user + system) / 1e6, corpus);
}

type Peers = Readonly<Record<string, Judged>> & { readonly judgedByGensim?: { c_npmi: number; c_v: number } };

function fitPeers(corpus: Corpus, words: string[][], { write }: BenchContext): Peers {
  const environment = openPeerEnvironment("topic-models", REQUIREMENTS, write);
  if (typeof environment === "string") {
    write(environment);
    return {};
  }
  const folder = mkdtempSync(join(tmpdir(), "parlance-topic-models-"));
  try {
    const { vocabulary, rowStarts, terms, counts } = corpus.fitted;
    writeFileSync(
      join(folder, "given.json"),
      JSON.stringify({
        vocabulary,
        rowStarts: [...rowStarts],
        terms: [...terms],
        counts: [...counts],
        weights: [...weighByRarity(corpus.fitted).counts],
        topicCount: corpus.topicCount,
        seed: SEED,
        passes: PASSES,
        documents: corpus.documents,
        judged: words,
      }),
    );
    const printed = JSON.parse(environment.run("topic_models.py", [folder])) as {
      seconds: Record<string, number>;
      judged: { c_npmi: number; c_v: number };
    };
    const models = Object.entries(printed.seconds).map(([name, seconds]) => {
      const model: TopicModel = {
        topicCount: corpus.topicCount,
        termCount: vocabulary.length,
        topicTerms: new Float64Array(new Uint8Array(readFileSync(join(folder, `${name}-topics.bin`))).buffer),
        documentTopics: new Float32Array(
          new Uint8Array(readFileSync(join(folder, `${name}-documents.bin`))).buffer,
        ),
      };
      return [name, judge(model, seconds, corpus)] as const;
    });
    return { ...Object.fromEntries(models), judgedByGensim: printed.judged } as Peers;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const MEASURES: readonly { readonly name: keyof Judged; readonly unit: string; readonly says: string }[] = [
  { name: "seconds", unit: "s of processor", says: "time of the fit" },
  { name: "perplexity", unit: "", says: "held-out perplexity, lower is better" },
  { name: "npmi", unit: "", says: "NPMI of 10 words" },
  { name: "cv", unit: "", says: "C_V of 10 words" },
  { name: "diversity", unit: "", says: "diversity of 25 words" },
  { name: "nmi", unit: "%", says: "NMI with the intents" },
];

function compareRows(what: string, ours: Judged, peerName: string, peer?: Judged): BenchRow[] {
  return MEASURES.map(({ name, unit, says }) => ({
    what: `${what}, ${says}`,
    value: ours[name],
    unit,
    ...(peer !== undefined && { peer: { name: peerName, value: peer[name] } }),
  }));
}

function benchSet(set: IntentSet, context: BenchContext): BenchRow[] {
  const corpus = readCorpus(set);
  const { fitted, topicCount } = corpus;
  const options = { topicCount, seed: SEED };
  const lda = fitOnlineLda(fitted, { ...options, passes: PASSES });
  const words = wordsOf(lda, corpus, JUDGED_TERMS);
  const peers = fitPeers(corpus, words, context);
  const online = timed(() => fitOnlineLda(fitted, { ...options, passes: PASSES }), corpus);
  const gibbs = timed(() => fitGibbsLda(fitted, options), corpus);
  const nmf = timed(() => fitNmf(weighByRarity(fitted), options), corpus);
  const judged = peers.judgedByGensim;
  const same = { documents: corpus.documents, topics: words };
  return [
    ...compareRows(`${set.name}: LDA, online`, online, "scikit-learn", peers["sklearn-lda"]),
    ...compareRows(`${set.name}: LDA, Gibbs`, gibbs, "gensim's online", peers["gensim-lda"]),
    ...compareRows(`${set.name}: NMF`, nmf, "scikit-learn", peers["sklearn-nmf"]),
    ...(judged === undefined
      ? []
      : [
          {
            what: `${set.name}: C_V of the same words`,
            value: mean(cvCoherence(same)),
            unit: "",
            peer: { name: "gensim", value: judged.c_v },
          },
          {
            what: `${set.name}: NPMI of the same words, window of 10`,
            value: mean(npmiCoherence({ ...same, window: 10 })),
            unit: "",
            peer: { name: "gensim", value: judged.c_npmi },
          },
        ]),
  ];
}

export const bench: Bench = {
  name: "topic-models",
  summary: "LDA and NMF beside scikit-learn's and gensim's on the same counts",
  async run(context) {
    if (context.datasets === undefined)
      throw new Error("Set PARLANCE_DATASETS to the folder of the data sets.");
    return (await readMeasuringSets(context.datasets))
      .filter(({ name }) => SETS.includes(name))
      .flatMap((set) => benchSet(set, context));
  },
};
