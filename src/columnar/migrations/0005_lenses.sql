-- What counts under lenses beside the default one, whose topics the utterances carry themselves: a row for each utterance that
-- a lens lets through, with its topic under that lens.

CREATE TABLE IF NOT EXISTS lens_utterances (
    workspace LowCardinality(String),
    lens LowCardinality(String),
    day Date,
    conversation_id UUID,
    message_id UUID,
    span_start UInt32,
    span_end UInt32,
    position UInt32,
    sent_at DateTime64(3, 'UTC'),
    role LowCardinality(String),
    normalised String CODEC(ZSTD(3)),
    text_hash UInt64,
    language LowCardinality(String),
    sentiment Float32,
    has_sentiment Bool,
    topic_id UInt32,
    topic_confidence Float32,
    topic_reason LowCardinality(String),
    near_topic_id UInt32,
    -- Empty until the text was looked at under the lens.
    label_version LowCardinality(String),
    version UInt64,
    is_deleted UInt8 DEFAULT 0
) ENGINE = ReplacingMergeTree(version, is_deleted)
PARTITION BY toYYYYMM(day)
ORDER BY (workspace, lens, day, conversation_id, message_id, span_start)
SETTINGS min_age_to_force_merge_seconds = 60, min_age_to_force_merge_on_partition_only = 1;

-- The topics of all lenses but the default one in a conversation.
ALTER TABLE conversations
    ADD COLUMN IF NOT EXISTS lens_topic_ids Array(UInt32) AFTER topic_ids;

-- The map of each of these lenses, as `text_positions` is of the default one.
CREATE TABLE IF NOT EXISTS lens_positions (
    workspace LowCardinality(String),
    lens LowCardinality(String),
    text_hash UInt64,
    x Float32,
    y Float32,
    version UInt64
) ENGINE = ReplacingMergeTree(version)
ORDER BY (workspace, lens, text_hash);
