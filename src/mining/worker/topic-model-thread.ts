// The thread that fits a classical topic model to texts.
import { judgeModel } from "../topic-models/compare-with-tree.ts";
import {
  contentWords,
  countTerms,
  type DocumentTerms,
  weighByRarity,
} from "../topic-models/document-terms.ts";
import { fitGibbsLda } from "../topic-models/gibbs-lda.ts";
import { fitNmf } from "../topic-models/nmf.ts";
import { fitOnlineLda } from "../topic-models/online-lda.ts";
import type { FitOptions, TopicModel } from "../topic-models/topic-model.ts";
import type { FittedTexts, TopicModelMethod, TopicModelThreadData } from "./fit-in-worker.ts";
import { answerFromThread } from "./run-in-thread.ts";

const FITS: Readonly<
  Record<TopicModelMethod, (documents: DocumentTerms, options: FitOptions) => TopicModel>
> = {
  lda: fitOnlineLda,
  "lda-gibbs": fitGibbsLda,
  nmf: (documents, options) => fitNmf(weighByRarity(documents), options),
};

const PROGRESS_STEP = 0.01;

answerFromThread<TopicModelThreadData, FittedTexts, number>(
  ({ method, texts, topicCount, seed, tree }, report) => {
    let shown = 0;
    const documents = countTerms(texts.map(contentWords));
    const model = FITS[method](documents, {
      topicCount,
      seed,
      onShare: (share) => {
        if (share - shown < PROGRESS_STEP) return;
        shown = share;
        report(share);
      },
    });
    const fitted = { vocabulary: documents.vocabulary, model };
    return tree === undefined ? fitted : { ...fitted, judged: judgeModel(method, texts, fitted, tree) };
  },
  ({ model }) => [model.topicTerms.buffer, model.documentTopics.buffer],
);
