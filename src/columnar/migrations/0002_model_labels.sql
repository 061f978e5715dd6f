-- What the models say of an utterance beside its sentiment (from −2 to 2), and what they read in a distinct text, once for all
-- places and workspaces. `act` and `bears_intent` differ by who speaks, so a text has them for the customer and for the others.

ALTER TABLE utterances
    ADD COLUMN IF NOT EXISTS emotions Array(LowCardinality(String)) AFTER has_sentiment,
    ADD COLUMN IF NOT EXISTS act LowCardinality(String) AFTER emotions,
    ADD COLUMN IF NOT EXISTS bears_intent Bool AFTER act;

ALTER TABLE conversations
    ADD COLUMN IF NOT EXISTS emotions Array(LowCardinality(String)) AFTER has_sentiment,
    ADD COLUMN IF NOT EXISTS satisfaction Float32 AFTER emotions,
    ADD COLUMN IF NOT EXISTS effort Float32 AFTER satisfaction,
    ADD COLUMN IF NOT EXISTS urgency Float32 AFTER effort,
    ADD COLUMN IF NOT EXISTS churn Float32 AFTER urgency,
    ADD COLUMN IF NOT EXISTS has_scores Bool AFTER churn;

ALTER TABLE text_labels
    ADD COLUMN IF NOT EXISTS emotions Array(LowCardinality(String)) AFTER sentiment,
    ADD COLUMN IF NOT EXISTS act LowCardinality(Nullable(String)) AFTER emotions,
    ADD COLUMN IF NOT EXISTS act_of_others LowCardinality(Nullable(String)) AFTER act,
    ADD COLUMN IF NOT EXISTS bears_intent Nullable(Bool) AFTER act_of_others;

CREATE TABLE IF NOT EXISTS readings (
    models LowCardinality(String),
    text_hash UInt64,
    is_known Bool,
    sentiment Float32,
    emotions Array(LowCardinality(String)),
    act LowCardinality(String),
    act_of_others LowCardinality(String),
    bears_intent Bool,
    -- probabilities, in the order of the models' lists: what the scores of a conversation are computed from
    signals Array(Float32),
    version UInt64
) ENGINE = ReplacingMergeTree(version)
ORDER BY (models, text_hash);

-- Scores of conversations on their way to the roll-up, by the models that gave them.
CREATE TABLE IF NOT EXISTS conversation_scores (
    workspace LowCardinality(String),
    day Date,
    conversation_id UUID,
    satisfaction Float32,
    effort Float32,
    urgency Float32,
    churn Float32,
    version UInt64
) ENGINE = ReplacingMergeTree(version)
PARTITION BY toYYYYMM(day)
ORDER BY (workspace, day, conversation_id);
