-- Printed by `npm run docs` from a freshly migrated store. Edit the migrations, not this file.

CREATE TABLE conversation_scores
(
    `workspace` LowCardinality(String),
    `day` Date,
    `conversation_id` UUID,
    `satisfaction` Float32,
    `effort` Float32,
    `urgency` Float32,
    `churn` Float32,
    `version` UInt64
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY toYYYYMM(day)
ORDER BY (workspace, day, conversation_id)
SETTINGS index_granularity = 8192;

CREATE TABLE conversations
(
    `workspace` LowCardinality(String),
    `day` Date,
    `conversation_id` UUID,
    `source` LowCardinality(String),
    `external_id` String,
    `channel` LowCardinality(String),
    `language` LowCardinality(String),
    `customer` String,
    `started_at` DateTime64(3, 'UTC') CODEC(T64),
    `ended_at` DateTime64(3, 'UTC') CODEC(T64),
    `outcome` LowCardinality(String),
    `outcome_origin` LowCardinality(String),
    `attributes_text` Map(LowCardinality(String), String),
    `attributes_number` Map(LowCardinality(String), Float64),
    `attributes_boolean` Map(LowCardinality(String), Bool),
    `attributes_time` Map(LowCardinality(String), DateTime64(3, 'UTC')),
    `message_count` UInt32,
    `customer_message_count` UInt32,
    `bot_message_count` UInt32,
    `agent_message_count` UInt32,
    `handed_over` Bool,
    `first_customer_text` String,
    `topic_ids` Array(UInt32),
    `lens_topic_ids` Array(UInt32),
    `primary_topic_id` UInt32,
    `sentiment_start` Float32,
    `sentiment_end` Float32,
    `sentiment_lowest` Float32,
    `sentiment_mean` Float32,
    `has_sentiment` Bool,
    `emotions` Array(LowCardinality(String)),
    `satisfaction` Float32,
    `effort` Float32,
    `urgency` Float32,
    `churn` Float32,
    `has_scores` Bool,
    `label_version` LowCardinality(String),
    `row_hash` String,
    `import_id` String,
    `version` UInt64,
    `is_deleted` UInt8 DEFAULT 0
)
ENGINE = ReplacingMergeTree(version, is_deleted)
PARTITION BY toYYYYMM(day)
ORDER BY (workspace, day, conversation_id)
SETTINGS min_age_to_force_merge_seconds = 60, min_age_to_force_merge_on_partition_only = 1, index_granularity = 8192;

CREATE TABLE lens_positions
(
    `workspace` LowCardinality(String),
    `lens` LowCardinality(String),
    `text_hash` UInt64,
    `x` Float32,
    `y` Float32,
    `version` UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (workspace, lens, text_hash)
SETTINGS index_granularity = 8192;

CREATE TABLE lens_utterances
(
    `workspace` LowCardinality(String),
    `lens` LowCardinality(String),
    `day` Date,
    `conversation_id` UUID,
    `message_id` UUID,
    `span_start` UInt32,
    `span_end` UInt32,
    `position` UInt32,
    `sent_at` DateTime64(3, 'UTC') CODEC(T64),
    `role` LowCardinality(String),
    `normalised` String CODEC(ZSTD(3)),
    `text_hash` UInt64,
    `language` LowCardinality(String),
    `sentiment` Float32,
    `has_sentiment` Bool,
    `topic_id` UInt32,
    `topic_confidence` Float32,
    `topic_reason` LowCardinality(String),
    `near_topic_id` UInt32,
    `label_version` LowCardinality(String),
    `version` UInt64,
    `is_deleted` UInt8 DEFAULT 0
)
ENGINE = ReplacingMergeTree(version, is_deleted)
PARTITION BY toYYYYMM(day)
ORDER BY (workspace, lens, day, conversation_id, message_id, span_start)
SETTINGS min_age_to_force_merge_seconds = 60, min_age_to_force_merge_on_partition_only = 1, index_granularity = 8192;

CREATE TABLE messages
(
    `workspace` LowCardinality(String),
    `day` Date,
    `conversation_id` UUID,
    `message_id` UUID,
    `position` UInt32,
    `sent_at` DateTime64(3, 'UTC') CODEC(T64),
    `channel` LowCardinality(String),
    `source` LowCardinality(String),
    `role` LowCardinality(String),
    `participant` String,
    `text` String CODEC(ZSTD(3)),
    `redaction_starts` Array(UInt32),
    `redaction_ends` Array(UInt32),
    `redaction_types` Array(LowCardinality(String)),
    `bot_node` LowCardinality(String),
    `reply_to` String,
    `duration_ms` UInt32,
    `row_hash` String,
    `import_id` String,
    `version` UInt64,
    `is_deleted` UInt8 DEFAULT 0
)
ENGINE = ReplacingMergeTree(version, is_deleted)
PARTITION BY toYYYYMM(day)
ORDER BY (workspace, day, conversation_id, message_id)
SETTINGS min_age_to_force_merge_seconds = 60, min_age_to_force_merge_on_partition_only = 1, index_granularity = 8192;

CREATE TABLE model_topics
(
    `workspace` LowCardinality(String),
    `model` String,
    `text_hash` UInt64,
    `topic` UInt32,
    `share` Float32
)
ENGINE = MergeTree
ORDER BY (workspace, model, text_hash)
SETTINGS index_granularity = 8192;

CREATE TABLE readings
(
    `models` LowCardinality(String),
    `text_hash` UInt64,
    `is_known` Bool,
    `sentiment` Float32,
    `emotions` Array(LowCardinality(String)),
    `act` LowCardinality(String),
    `act_of_others` LowCardinality(String),
    `bears_intent` Bool,
    `signals` Array(Float32),
    `version` UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (models, text_hash)
SETTINGS index_granularity = 8192;

CREATE TABLE schema_migrations
(
    `id` UInt32,
    `name` String,
    `is_done` Bool,
    `at` DateTime64(3, 'UTC') DEFAULT now64(3)
)
ENGINE = ReplacingMergeTree(at)
ORDER BY id
SETTINGS index_granularity = 8192;

CREATE TABLE text_labels
(
    `workspace` LowCardinality(String),
    `label_set` String,
    `text_hash` UInt64,
    `topic_id` Nullable(UInt32),
    `topic_confidence` Nullable(Float32),
    `topic_reason` LowCardinality(Nullable(String)),
    `near_topic_id` Nullable(UInt32),
    `sentiment` Nullable(Float32),
    `emotions` Array(LowCardinality(String)),
    `act` LowCardinality(Nullable(String)),
    `act_of_others` LowCardinality(Nullable(String)),
    `bears_intent` Nullable(Bool),
    `language` LowCardinality(Nullable(String)),
    `at` DateTime DEFAULT now()
)
ENGINE = MergeTree
ORDER BY (workspace, label_set, text_hash)
TTL at + toIntervalDay(2)
SETTINGS index_granularity = 8192;

CREATE TABLE text_positions
(
    `workspace` LowCardinality(String),
    `text_hash` UInt64,
    `x` Float32,
    `y` Float32,
    `version` UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (workspace, text_hash)
SETTINGS index_granularity = 8192;

CREATE TABLE utterances
(
    `workspace` LowCardinality(String),
    `day` Date,
    `conversation_id` UUID,
    `message_id` UUID,
    `span_start` UInt32,
    `span_end` UInt32,
    `position` UInt32,
    `sent_at` DateTime64(3, 'UTC') CODEC(T64),
    `channel` LowCardinality(String),
    `source` LowCardinality(String),
    `role` LowCardinality(String),
    `normalised` String CODEC(ZSTD(3)),
    `text_hash` UInt64 DEFAULT cityHash64(normalised),
    `language` LowCardinality(String),
    `sentiment` Float32,
    `has_sentiment` Bool,
    `emotions` Array(LowCardinality(String)),
    `act` LowCardinality(String),
    `bears_intent` Bool,
    `topic_id` UInt32,
    `topic_confidence` Float32,
    `topic_reason` LowCardinality(String),
    `near_topic_id` UInt32,
    `label_version` LowCardinality(String),
    `version` UInt64,
    `is_deleted` UInt8 DEFAULT 0
)
ENGINE = ReplacingMergeTree(version, is_deleted)
PARTITION BY toYYYYMM(day)
ORDER BY (workspace, day, conversation_id, message_id, span_start)
SETTINGS min_age_to_force_merge_seconds = 60, min_age_to_force_merge_on_partition_only = 1, index_granularity = 8192;

CREATE TABLE vectors
(
    `encoder` LowCardinality(String),
    `text_hash` UInt64,
    `vector_base64` String EPHEMERAL,
    `vector` Array(BFloat16) DEFAULT reinterpret(base64Decode(vector_base64), 'Array(Float32)'),
    `version` UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (encoder, text_hash)
SETTINGS index_granularity = 8192;
