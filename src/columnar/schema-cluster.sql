-- Wide rows, no joins on the way of a dashboard. `version` grows with every rewrite of a row: the newest wins.
-- `is_deleted` is the tombstone that takes a row away when its key changes (a conversation that turns out to start earlier).
-- A month that has been quiet for a minute is merged into one part: FINAL then costs nothing, where over several parts whose
-- keys overlap it costs 4.5 times the plain read (4 million messages: 88 ms of processor merged, 425 ms unmerged, 100 ms plain).

CREATE TABLE IF NOT EXISTS conversations_local ON CLUSTER '{cluster}' (
    workspace LowCardinality(String),
    day Date,
    conversation_id UUID,
    source LowCardinality(String),
    external_id String,
    channel LowCardinality(String),
    language LowCardinality(String),
    customer String,
    started_at DateTime64(3, 'UTC'),
    ended_at DateTime64(3, 'UTC'),
    outcome LowCardinality(String),
    outcome_origin LowCardinality(String),
    attributes_text Map(LowCardinality(String), String),
    attributes_number Map(LowCardinality(String), Float64),
    attributes_boolean Map(LowCardinality(String), Bool),
    attributes_time Map(LowCardinality(String), DateTime64(3, 'UTC')),
    message_count UInt32,
    customer_message_count UInt32,
    bot_message_count UInt32,
    agent_message_count UInt32,
    handed_over Bool,
    first_customer_text String,
    -- the roll-up of what its utterances say, written by enrichment and mining
    topic_ids Array(UInt32),
    primary_topic_id UInt32,
    sentiment_start Float32,
    sentiment_end Float32,
    sentiment_lowest Float32,
    sentiment_mean Float32,
    has_sentiment Bool,
    label_version LowCardinality(String),
    row_hash String,
    import_id String,
    version UInt64,
    is_deleted UInt8 DEFAULT 0
) ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/{database}/conversations', '{replica}', version, is_deleted)
PARTITION BY toYYYYMM(day)
ORDER BY (workspace, day, conversation_id)
SETTINGS min_age_to_force_merge_seconds = 60, min_age_to_force_merge_on_partition_only = 1;

CREATE TABLE IF NOT EXISTS conversations ON CLUSTER '{cluster}' AS conversations_local
ENGINE = Distributed('{cluster}', currentDatabase(), conversations_local, cityHash64(conversation_id));

CREATE TABLE IF NOT EXISTS messages_local ON CLUSTER '{cluster}' (
    workspace LowCardinality(String),
    day Date,
    conversation_id UUID,
    message_id UUID,
    position UInt32,
    sent_at DateTime64(3, 'UTC'),
    channel LowCardinality(String),
    source LowCardinality(String),
    role LowCardinality(String),
    participant String,
    text String CODEC(ZSTD(3)),
    redaction_starts Array(UInt32),
    redaction_ends Array(UInt32),
    redaction_types Array(LowCardinality(String)),
    bot_node LowCardinality(String),
    reply_to String,
    duration_ms UInt32,
    row_hash String,
    import_id String,
    version UInt64,
    is_deleted UInt8 DEFAULT 0
) ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/{database}/messages', '{replica}', version, is_deleted)
PARTITION BY toYYYYMM(day)
ORDER BY (workspace, day, conversation_id, message_id)
SETTINGS min_age_to_force_merge_seconds = 60, min_age_to_force_merge_on_partition_only = 1;

CREATE TABLE IF NOT EXISTS messages ON CLUSTER '{cluster}' AS messages_local
ENGINE = Distributed('{cluster}', currentDatabase(), messages_local, cityHash64(conversation_id));

CREATE TABLE IF NOT EXISTS utterances_local ON CLUSTER '{cluster}' (
    workspace LowCardinality(String),
    day Date,
    conversation_id UUID,
    message_id UUID,
    span_start UInt32,
    span_end UInt32,
    position UInt32,
    sent_at DateTime64(3, 'UTC'),
    channel LowCardinality(String),
    source LowCardinality(String),
    role LowCardinality(String),
    normalised String CODEC(ZSTD(3)),
    text_hash UInt64 DEFAULT cityHash64(normalised),
    language LowCardinality(String),
    sentiment Float32,
    has_sentiment Bool,
    topic_id UInt32,
    topic_confidence Float32,
    label_version LowCardinality(String),
    version UInt64,
    is_deleted UInt8 DEFAULT 0
) ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/{database}/utterances', '{replica}', version, is_deleted)
PARTITION BY toYYYYMM(day)
ORDER BY (workspace, day, conversation_id, message_id, span_start)
SETTINGS min_age_to_force_merge_seconds = 60, min_age_to_force_merge_on_partition_only = 1;

CREATE TABLE IF NOT EXISTS utterances ON CLUSTER '{cluster}' AS utterances_local
ENGINE = Distributed('{cluster}', currentDatabase(), utterances_local, cityHash64(conversation_id));

-- A distinct normalised text has one vector. It is written as base64 of little-endian Float32: 384 numbers as JSON cost
-- four times the time. BFloat16 halves the disk (74 against 148 MiB for 100,000) and searches as fast (50 against 42 ms).
CREATE TABLE IF NOT EXISTS vectors_local ON CLUSTER '{cluster}' (
    encoder LowCardinality(String),
    text_hash UInt64,
    vector_base64 String EPHEMERAL,
    vector Array(BFloat16) DEFAULT reinterpret(base64Decode(vector_base64), 'Array(Float32)'),
    version UInt64
) ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/{database}/vectors', '{replica}', version)
ORDER BY (encoder, text_hash);

CREATE TABLE IF NOT EXISTS vectors ON CLUSTER '{cluster}' AS vectors_local
ENGINE = Distributed('{cluster}', currentDatabase(), vectors_local, text_hash);

-- Labels on their way to the utterances, by text: written here first, then joined into the rows of a month in one go. What a
-- killed run leaves behind goes after two days.
CREATE TABLE IF NOT EXISTS text_labels_local ON CLUSTER '{cluster}' (
    workspace LowCardinality(String),
    label_set String,
    text_hash UInt64,
    topic_id Nullable(UInt32),
    topic_confidence Nullable(Float32),
    sentiment Nullable(Float32),
    language LowCardinality(Nullable(String)),
    at DateTime DEFAULT now()
) ENGINE = ReplicatedMergeTree('/clickhouse/tables/{shard}/{database}/text_labels', '{replica}')
ORDER BY (workspace, label_set, text_hash)
TTL at + INTERVAL 2 DAY;

CREATE TABLE IF NOT EXISTS text_labels ON CLUSTER '{cluster}' AS text_labels_local
ENGINE = Distributed('{cluster}', currentDatabase(), text_labels_local, text_hash);

-- What the models say of an utterance beside its sentiment (from −2 to 2), and what they read in a distinct text, once for all
-- places and workspaces. `act` and `bears_intent` differ by who speaks, so a text has them for the customer and for the others.

ALTER TABLE utterances_local ON CLUSTER '{cluster}'
    ADD COLUMN IF NOT EXISTS emotions Array(LowCardinality(String)) AFTER has_sentiment,
    ADD COLUMN IF NOT EXISTS act LowCardinality(String) AFTER emotions,
    ADD COLUMN IF NOT EXISTS bears_intent Bool AFTER act;

-- What the models say of an utterance beside its sentiment (from −2 to 2), and what they read in a distinct text, once for all
-- places and workspaces. `act` and `bears_intent` differ by who speaks, so a text has them for the customer and for the others.

ALTER TABLE utterances ON CLUSTER '{cluster}'
    ADD COLUMN IF NOT EXISTS emotions Array(LowCardinality(String)) AFTER has_sentiment,
    ADD COLUMN IF NOT EXISTS act LowCardinality(String) AFTER emotions,
    ADD COLUMN IF NOT EXISTS bears_intent Bool AFTER act;

ALTER TABLE conversations_local ON CLUSTER '{cluster}'
    ADD COLUMN IF NOT EXISTS emotions Array(LowCardinality(String)) AFTER has_sentiment,
    ADD COLUMN IF NOT EXISTS satisfaction Float32 AFTER emotions,
    ADD COLUMN IF NOT EXISTS effort Float32 AFTER satisfaction,
    ADD COLUMN IF NOT EXISTS urgency Float32 AFTER effort,
    ADD COLUMN IF NOT EXISTS churn Float32 AFTER urgency,
    ADD COLUMN IF NOT EXISTS has_scores Bool AFTER churn;

ALTER TABLE conversations ON CLUSTER '{cluster}'
    ADD COLUMN IF NOT EXISTS emotions Array(LowCardinality(String)) AFTER has_sentiment,
    ADD COLUMN IF NOT EXISTS satisfaction Float32 AFTER emotions,
    ADD COLUMN IF NOT EXISTS effort Float32 AFTER satisfaction,
    ADD COLUMN IF NOT EXISTS urgency Float32 AFTER effort,
    ADD COLUMN IF NOT EXISTS churn Float32 AFTER urgency,
    ADD COLUMN IF NOT EXISTS has_scores Bool AFTER churn;

ALTER TABLE text_labels_local ON CLUSTER '{cluster}'
    ADD COLUMN IF NOT EXISTS emotions Array(LowCardinality(String)) AFTER sentiment,
    ADD COLUMN IF NOT EXISTS act LowCardinality(Nullable(String)) AFTER emotions,
    ADD COLUMN IF NOT EXISTS act_of_others LowCardinality(Nullable(String)) AFTER act,
    ADD COLUMN IF NOT EXISTS bears_intent Nullable(Bool) AFTER act_of_others;

ALTER TABLE text_labels ON CLUSTER '{cluster}'
    ADD COLUMN IF NOT EXISTS emotions Array(LowCardinality(String)) AFTER sentiment,
    ADD COLUMN IF NOT EXISTS act LowCardinality(Nullable(String)) AFTER emotions,
    ADD COLUMN IF NOT EXISTS act_of_others LowCardinality(Nullable(String)) AFTER act,
    ADD COLUMN IF NOT EXISTS bears_intent Nullable(Bool) AFTER act_of_others;

CREATE TABLE IF NOT EXISTS readings_local ON CLUSTER '{cluster}' (
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
) ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/{database}/readings', '{replica}', version)
ORDER BY (models, text_hash);

CREATE TABLE IF NOT EXISTS readings ON CLUSTER '{cluster}' AS readings_local
ENGINE = Distributed('{cluster}', currentDatabase(), readings_local, text_hash);

-- Scores of conversations on their way to the roll-up, by the models that gave them.
CREATE TABLE IF NOT EXISTS conversation_scores_local ON CLUSTER '{cluster}' (
    workspace LowCardinality(String),
    day Date,
    conversation_id UUID,
    satisfaction Float32,
    effort Float32,
    urgency Float32,
    churn Float32,
    version UInt64
) ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/{database}/conversation_scores', '{replica}', version)
PARTITION BY toYYYYMM(day)
ORDER BY (workspace, day, conversation_id);

CREATE TABLE IF NOT EXISTS conversation_scores ON CLUSTER '{cluster}' AS conversation_scores_local
ENGINE = Distributed('{cluster}', currentDatabase(), conversation_scores_local, cityHash64(conversation_id));

-- Why an utterance belongs to no topic, and which topic came nearest then. Empty where it has one or was not looked at.

ALTER TABLE utterances_local ON CLUSTER '{cluster}'
    ADD COLUMN IF NOT EXISTS topic_reason LowCardinality(String) AFTER topic_confidence,
    ADD COLUMN IF NOT EXISTS near_topic_id UInt32 AFTER topic_reason;

-- Why an utterance belongs to no topic, and which topic came nearest then. Empty where it has one or was not looked at.

ALTER TABLE utterances ON CLUSTER '{cluster}'
    ADD COLUMN IF NOT EXISTS topic_reason LowCardinality(String) AFTER topic_confidence,
    ADD COLUMN IF NOT EXISTS near_topic_id UInt32 AFTER topic_reason;

ALTER TABLE text_labels_local ON CLUSTER '{cluster}'
    ADD COLUMN IF NOT EXISTS topic_reason LowCardinality(Nullable(String)) AFTER topic_confidence,
    ADD COLUMN IF NOT EXISTS near_topic_id Nullable(UInt32) AFTER topic_reason;

ALTER TABLE text_labels ON CLUSTER '{cluster}'
    ADD COLUMN IF NOT EXISTS topic_reason LowCardinality(Nullable(String)) AFTER topic_confidence,
    ADD COLUMN IF NOT EXISTS near_topic_id Nullable(UInt32) AFTER topic_reason;

-- Where each distinct text lies on the map of topics. A new layout replaces the old one: the newest version of a workspace is
-- the one that is shown, whole.

CREATE TABLE IF NOT EXISTS text_positions_local ON CLUSTER '{cluster}' (
    workspace LowCardinality(String),
    text_hash UInt64,
    x Float32,
    y Float32,
    version UInt64
) ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/{database}/text_positions', '{replica}', version)
ORDER BY (workspace, text_hash);

CREATE TABLE IF NOT EXISTS text_positions ON CLUSTER '{cluster}' AS text_positions_local
ENGINE = Distributed('{cluster}', currentDatabase(), text_positions_local, text_hash);

-- What counts under lenses beside the default one, whose topics the utterances carry themselves: a row for each utterance that
-- a lens lets through, with its topic under that lens.

CREATE TABLE IF NOT EXISTS lens_utterances_local ON CLUSTER '{cluster}' (
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
) ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/{database}/lens_utterances', '{replica}', version, is_deleted)
PARTITION BY toYYYYMM(day)
ORDER BY (workspace, lens, day, conversation_id, message_id, span_start)
SETTINGS min_age_to_force_merge_seconds = 60, min_age_to_force_merge_on_partition_only = 1;

CREATE TABLE IF NOT EXISTS lens_utterances ON CLUSTER '{cluster}' AS lens_utterances_local
ENGINE = Distributed('{cluster}', currentDatabase(), lens_utterances_local, cityHash64(conversation_id));

-- The topics of all lenses but the default one in a conversation.
ALTER TABLE conversations_local ON CLUSTER '{cluster}'
    ADD COLUMN IF NOT EXISTS lens_topic_ids Array(UInt32) AFTER topic_ids;

-- The topics of all lenses but the default one in a conversation.
ALTER TABLE conversations ON CLUSTER '{cluster}'
    ADD COLUMN IF NOT EXISTS lens_topic_ids Array(UInt32) AFTER topic_ids;

-- The map of each of these lenses, as `text_positions` is of the default one.
CREATE TABLE IF NOT EXISTS lens_positions_local ON CLUSTER '{cluster}' (
    workspace LowCardinality(String),
    lens LowCardinality(String),
    text_hash UInt64,
    x Float32,
    y Float32,
    version UInt64
) ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/{database}/lens_positions', '{replica}', version)
ORDER BY (workspace, lens, text_hash);

CREATE TABLE IF NOT EXISTS lens_positions ON CLUSTER '{cluster}' AS lens_positions_local
ENGINE = Distributed('{cluster}', currentDatabase(), lens_positions_local, text_hash);

-- The heaviest topic of each text under a classical topic model, from 1, and its share of the text.

CREATE TABLE IF NOT EXISTS model_topics_local ON CLUSTER '{cluster}' (
    workspace LowCardinality(String),
    model String,
    text_hash UInt64,
    topic UInt32,
    share Float32
) ENGINE = ReplicatedMergeTree('/clickhouse/tables/{shard}/{database}/model_topics', '{replica}')
ORDER BY (workspace, model, text_hash);

CREATE TABLE IF NOT EXISTS model_topics ON CLUSTER '{cluster}' AS model_topics_local
ENGINE = Distributed('{cluster}', currentDatabase(), model_topics_local, text_hash);

-- Times of neighbouring rows lie close together: T64 keeps the bits in which they differ, a third less than LZ4 alone and read in
-- half the time. Parts that are there keep what they have until they are merged or written anew.

ALTER TABLE messages_local ON CLUSTER '{cluster}' MODIFY COLUMN sent_at DateTime64(3, 'UTC') CODEC(T64);

-- Times of neighbouring rows lie close together: T64 keeps the bits in which they differ, a third less than LZ4 alone and read in
-- half the time. Parts that are there keep what they have until they are merged or written anew.

ALTER TABLE messages ON CLUSTER '{cluster}' MODIFY COLUMN sent_at DateTime64(3, 'UTC') CODEC(T64);

ALTER TABLE utterances_local ON CLUSTER '{cluster}' MODIFY COLUMN sent_at DateTime64(3, 'UTC') CODEC(T64);

ALTER TABLE utterances ON CLUSTER '{cluster}' MODIFY COLUMN sent_at DateTime64(3, 'UTC') CODEC(T64);

ALTER TABLE lens_utterances_local ON CLUSTER '{cluster}' MODIFY COLUMN sent_at DateTime64(3, 'UTC') CODEC(T64);

ALTER TABLE lens_utterances ON CLUSTER '{cluster}' MODIFY COLUMN sent_at DateTime64(3, 'UTC') CODEC(T64);

ALTER TABLE conversations_local ON CLUSTER '{cluster}'
    MODIFY COLUMN started_at DateTime64(3, 'UTC') CODEC(T64),
    MODIFY COLUMN ended_at DateTime64(3, 'UTC') CODEC(T64);

ALTER TABLE conversations ON CLUSTER '{cluster}'
    MODIFY COLUMN started_at DateTime64(3, 'UTC') CODEC(T64),
    MODIFY COLUMN ended_at DateTime64(3, 'UTC') CODEC(T64);
