-- The heaviest topic of each text under a classical topic model, from 1, and its share of the text.

CREATE TABLE IF NOT EXISTS model_topics (
    workspace LowCardinality(String),
    model String,
    text_hash UInt64,
    topic UInt32,
    share Float32
) ENGINE = MergeTree
ORDER BY (workspace, model, text_hash);
