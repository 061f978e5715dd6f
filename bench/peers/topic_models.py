"""Fits topic models of scikit-learn and gensim to given counts; writes their topics and prints their seconds of processor time."""

import json
import sys
import time
from pathlib import Path

import numpy as np
from gensim.models import CoherenceModel, LdaModel
from gensim.corpora import Dictionary
from gensim.matutils import Sparse2Corpus
from scipy.sparse import csr_matrix
from sklearn.decomposition import NMF, LatentDirichletAllocation

folder = Path(sys.argv[1])
given = json.loads((folder / "given.json").read_text(encoding="utf-8"))
starts, terms = np.array(given["rowStarts"]), np.array(given["terms"])
shape = (len(starts) - 1, len(given["vocabulary"]))
counts = csr_matrix((np.array(given["counts"], np.float64), terms, starts), shape)
weights = csr_matrix((np.array(given["weights"], np.float64), terms, starts), shape)
topics, seed, passes = given["topicCount"], given["seed"], given["passes"]


def sklearn_lda():
    model = LatentDirichletAllocation(
        topics, learning_method="online", max_iter=passes, batch_size=128, learning_decay=0.7, learning_offset=10,
        random_state=seed, n_jobs=1)
    return model.fit_transform(counts), model.components_


def gensim_lda():
    corpus = Sparse2Corpus(counts, documents_columns=False)
    model = LdaModel(
        corpus, topics, passes=passes, chunksize=128, decay=0.7, offset=10, random_state=seed, eval_every=None,
        iterations=100, dtype=np.float64)
    return model.inference(list(corpus))[0], model.get_topics()


def sklearn_nmf():
    model = NMF(topics, init="nndsvd", random_state=seed, max_iter=200)
    return model.fit_transform(weights), model.components_


seconds = {}
for name, fit in {"sklearn-lda": sklearn_lda, "gensim-lda": gensim_lda, "sklearn-nmf": sklearn_nmf}.items():
    started = time.process_time()
    document_topics, topic_terms = fit()
    seconds[name] = time.process_time() - started
    document_topics.astype("<f4").tofile(folder / f"{name}-documents.bin")
    (topic_terms / topic_terms.sum(axis=1, keepdims=True)).astype("<f8").tofile(folder / f"{name}-topics.bin")

dictionary = Dictionary(given["documents"])
judged = {}
for measure in ("c_npmi", "c_v"):
    model = CoherenceModel(
        topics=given["judged"], texts=given["documents"], dictionary=dictionary, coherence=measure, processes=1,
        **({"window_size": 10} if measure == "c_npmi" else {}))
    judged[measure] = float(model.get_coherence())
print(json.dumps({"seconds": seconds, "judged": judged}))
