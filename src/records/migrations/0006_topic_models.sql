-- Classical topic models that people had fitted to the workspace's texts, to see beside the tree. The topic of each text lies in
-- the analytics store.

CREATE TABLE topic_models (
    id text PRIMARY KEY,
    workspace text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    method text NOT NULL CHECK (method IN ('lda', 'lda-gibbs', 'nmf')),
    seed integer NOT NULL,
    texts bigint NOT NULL,
    -- The scores of the model and of the tree on the same texts, and how far they agree.
    scores jsonb NOT NULL,
    -- Each topic's heaviest words with their weights, its size and coherence.
    topics jsonb NOT NULL,
    seconds real NOT NULL,
    finished_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX topic_models_by_workspace ON topic_models (workspace, finished_at);
