-- Why an utterance belongs to no topic, and which topic came nearest then. Empty where it has one or was not looked at.

ALTER TABLE utterances
    ADD COLUMN IF NOT EXISTS topic_reason LowCardinality(String) AFTER topic_confidence,
    ADD COLUMN IF NOT EXISTS near_topic_id UInt32 AFTER topic_reason;

ALTER TABLE text_labels
    ADD COLUMN IF NOT EXISTS topic_reason LowCardinality(Nullable(String)) AFTER topic_confidence,
    ADD COLUMN IF NOT EXISTS near_topic_id Nullable(UInt32) AFTER topic_reason;
