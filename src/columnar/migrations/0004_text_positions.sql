-- Where each distinct text lies on the map of topics. A new layout replaces the old one: the newest version of a workspace is
-- the one that is shown, whole.

CREATE TABLE IF NOT EXISTS text_positions (
    workspace LowCardinality(String),
    text_hash UInt64,
    x Float32,
    y Float32,
    version UInt64
) ENGINE = ReplacingMergeTree(version)
ORDER BY (workspace, text_hash);
