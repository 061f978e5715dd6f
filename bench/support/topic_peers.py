"""Peers of topic discovery on given vectors: BERTopic, scikit-learn's k-means and Ward. Reads a JSON job from standard input
({vectors, dimension, texts, classes, seed}), prints one JSON object {name: {labels, seconds, outliers?}}."""

import json
import os
import sys
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMBA_NUM_THREADS"):
    os.environ.setdefault(name, "1")

import numpy as np  # noqa: E402


def timed(run):
    start = time.process_time()
    labels = run()
    return labels, time.process_time() - start


def bertopic(vectors, texts, seed):
    """Its own number of topics; outliers put to the topic of the nearest centroid afterwards, as its documentation advises."""
    from bertopic import BERTopic
    from umap import UMAP

    reducer = UMAP(n_neighbors=15, n_components=5, min_dist=0.0, metric="cosine", random_state=seed)
    model = BERTopic(umap_model=reducer, calculate_probabilities=False)
    topics, _ = model.fit_transform(texts, vectors)
    outliers = sum(1 for topic in topics if topic < 0)
    if 0 < outliers < len(topics):
        topics = model.reduce_outliers(texts, topics, strategy="embeddings", embeddings=vectors)
    return [int(topic) for topic in topics], outliers


def main():
    job = json.load(sys.stdin)
    vectors = np.fromfile(job["vectors"], dtype=np.float32).reshape(-1, job["dimension"])
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12)
    classes, seed, found = job["classes"], job["seed"], {}
    if "bertopic" in job["peers"]:
        (labels, outliers), seconds = timed(lambda: bertopic(vectors, job["texts"], seed))
        found["BERTopic"] = {"labels": labels, "seconds": seconds, "outliers": outliers}
    if "sklearn" in job["peers"]:
        from sklearn.cluster import AgglomerativeClustering, KMeans

        labels, seconds = timed(lambda: KMeans(classes, n_init=3, random_state=seed).fit_predict(vectors))
        found["k-means"] = {"labels": labels.tolist(), "seconds": seconds}
        labels, seconds = timed(lambda: AgglomerativeClustering(classes).fit_predict(vectors))
        found["Ward"] = {"labels": labels.tolist(), "seconds": seconds}
    json.dump(found, sys.stdout)


main()
