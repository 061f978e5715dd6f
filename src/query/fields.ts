// The dimensions: what conversations, messages and utterances can be grouped and filtered by, as data. Each says its grain
// and how it reads on each table that has it; where a table lacks it, `compile-filter.ts` and `compile-query.ts` reach over.
import type { TopicLevel } from "../core/curation.ts";
import { ACTS, CHANNELS, EMOTIONS, OUTCOME_ORIGINS, OUTCOMES, ROLES } from "../core/domain.ts";
import { AppError } from "../core/errors.ts";
import { labelOf } from "../core/label-of.ts";
import { type Sql, sql } from "./sql.ts";

export const ENTITIES = ["conversation", "message", "utterance"] as const;
export type Entity = (typeof ENTITIES)[number];

/** From coarse to fine. */
export function isFiner(one: Entity, other: Entity): boolean {
  return ENTITIES.indexOf(one) > ENTITIES.indexOf(other);
}

export type FieldType = "text" | "number" | "boolean" | "time" | "topic";

/** How a field reads on a table. An `array` holds every value that the entity's finer parts have, each once. */
export type FieldColumn = { readonly shape: "scalar" | "array"; readonly sql: Sql };

export type Field = {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly grain: Entity;
  readonly type: FieldType;
  readonly values: readonly { readonly value: string; readonly label: string }[] | null;
  readonly canGroup: boolean;
  /** Of a topic: which level of the tree it is grouped by. Rows carry the finest topic that they were given. */
  readonly level?: TopicLevel;
  /** Only put in by `expandTopics`; not offered. */
  readonly isInternal?: boolean;
  readonly columns: Readonly<Partial<Record<Entity, FieldColumn>>>;
};

/** Between these a sentiment, which runs from −2 to 2, counts as neutral: a text with one slight word is past them. */
export const NEUTRAL_SENTIMENT = 0.25;

const scalar = (text: Sql): FieldColumn => ({ shape: "scalar", sql: text });
const everywhere = (text: Sql) => ({
  conversation: scalar(text),
  message: scalar(text),
  utterance: scalar(text),
});
const named = (values: readonly string[]) => values.map((value) => ({ value, label: labelOf(value) }));

function band(score: Sql): Sql {
  return sql`multiIf(NOT has_sentiment, 'unknown', ${score} < -${NEUTRAL_SENTIMENT}, 'negative', ${score} > ${NEUTRAL_SENTIMENT}, 'positive', 'neutral')`;
}
const BANDS = named(["negative", "neutral", "positive", "unknown"]);
const DURATION = sql`dateDiff('second', started_at, ended_at)`;

type FieldSpec = Omit<Field, "values" | "canGroup"> & Partial<Pick<Field, "values" | "canGroup">>;
const field = (spec: FieldSpec): Field => ({ values: null, canGroup: true, ...spec });

/** The same column at each level of the tree. A filter takes any topic at any of them, and with it all that is below. */
function topicFields(
  grain: Entity,
  columns: Field["columns"],
  words: Readonly<Record<TopicLevel, readonly [id: string, label: string, description: string]>>,
): Field[] {
  return (["topic", "group", "subtopic"] as const).map((level) => {
    const [id, label, description] = words[level];
    return field({ id, label, description, grain, type: "topic", level, columns });
  });
}

/** The field of topics under other lenses, as the conversations' rows hold them. */
export const LENS_TOPIC = "lens_topic";

export const FIELDS: readonly Field[] = [
  field({
    id: "channel",
    label: "Channel",
    description: "Where the conversation took place",
    grain: "conversation",
    type: "text",
    values: named(CHANNELS),
    columns: everywhere(sql`channel`),
  }),
  field({
    id: "source",
    label: "Source",
    description: "What the conversation was imported from",
    grain: "conversation",
    type: "text",
    columns: everywhere(sql`source`),
  }),
  field({
    id: "outcome",
    label: "Outcome",
    description: "How the conversation ended",
    grain: "conversation",
    type: "text",
    values: named(OUTCOMES),
    columns: { conversation: scalar(sql`outcome`) },
  }),
  field({
    id: "outcome_origin",
    label: "Origin of the outcome",
    description: "Who or what says how it ended",
    grain: "conversation",
    type: "text",
    values: named(OUTCOME_ORIGINS),
    columns: { conversation: scalar(sql`outcome_origin`) },
  }),
  field({
    id: "language",
    label: "Language",
    description: "The language of the conversation, as an ISO 639 code",
    grain: "conversation",
    type: "text",
    columns: { conversation: scalar(sql`language`) },
  }),
  field({
    id: "handed_over",
    label: "Handed over",
    description: "Whether a bot passed the conversation to an agent",
    grain: "conversation",
    type: "boolean",
    columns: { conversation: scalar(sql`handed_over`) },
  }),
  field({
    id: "sentiment",
    label: "Sentiment of the conversation",
    description: `The band of the mean over its utterances; neutral lies between −${NEUTRAL_SENTIMENT} and ${NEUTRAL_SENTIMENT}`,
    grain: "conversation",
    type: "text",
    values: BANDS,
    columns: { conversation: scalar(band(sql`sentiment_mean`)) },
  }),
  ...topicFields(
    "conversation",
    { conversation: scalar(sql`primary_topic_id`) },
    {
      topic: ["primary_topic", "Primary topic", "The one topic that a conversation is mostly about"],
      group: [
        "primary_topic_group",
        "Group of the primary topic",
        "The group that the primary topic stands under",
      ],
      subtopic: [
        "primary_subtopic",
        "Primary subtopic",
        "The finest topic that a conversation is mostly about",
      ],
    },
  ),
  ...topicFields(
    "utterance",
    {
      conversation: { shape: "array", sql: sql`topic_ids` },
      utterance: scalar(sql`topic_id`),
    },
    {
      topic: [
        "topic",
        "Topic",
        "What an utterance is about; a conversation has every topic of its utterances",
      ],
      group: ["topic_group", "Group of topics", "The group that a topic stands under"],
      subtopic: ["subtopic", "Subtopic", "The finest topic that an utterance belongs to"],
    },
  ),
  field({
    id: LENS_TOPIC,
    label: "Topic",
    description: "A topic under a lens beside the default one, anywhere in the conversation",
    grain: "conversation",
    type: "topic",
    canGroup: false,
    isInternal: true,
    columns: { conversation: { shape: "array", sql: sql`lens_topic_ids` } },
  }),
  field({
    id: "customer",
    label: "Customer",
    description: "Pseudonym of the customer",
    grain: "conversation",
    type: "text",
    columns: { conversation: scalar(sql`customer`) },
  }),
  field({
    id: "role",
    label: "Speaker",
    description: "Who speaks: the customer, a bot, an agent or the system",
    grain: "message",
    type: "text",
    values: named(ROLES),
    columns: { message: scalar(sql`role`), utterance: scalar(sql`role`) },
  }),
  field({
    id: "bot_node",
    label: "Bot node",
    description: "The place in the bot's flow that a message came from",
    grain: "message",
    type: "text",
    columns: { message: scalar(sql`bot_node`) },
  }),
  field({
    id: "text",
    label: "Text",
    description: "The words of a message, after redaction",
    grain: "message",
    type: "text",
    canGroup: false,
    columns: { message: scalar(sql`text`) },
  }),
  field({
    id: "utterance_sentiment",
    label: "Sentiment of an utterance",
    description: "The band of one utterance's sentiment",
    grain: "utterance",
    type: "text",
    values: BANDS,
    columns: { utterance: scalar(band(sql`sentiment`)) },
  }),
  field({
    id: "emotion",
    label: "Emotion",
    description: "What a text sounds like; a conversation has every emotion of the customer's utterances",
    grain: "utterance",
    type: "text",
    values: named(EMOTIONS),
    columns: {
      conversation: { shape: "array", sql: sql`emotions` },
      utterance: { shape: "array", sql: sql`emotions` },
    },
  }),
  field({
    id: "act",
    label: "Act",
    description: "What an utterance does: asks, wants, tells, complains, thanks …",
    grain: "utterance",
    type: "text",
    values: named([...ACTS, "other"]),
    columns: { utterance: scalar(sql`act`) },
  }),
  field({
    id: "bears_intent",
    label: "Says what is wanted",
    description: "Whether the customer says what they want in this utterance",
    grain: "utterance",
    type: "boolean",
    columns: { utterance: scalar(sql`bears_intent`) },
  }),
  field({
    id: "satisfaction",
    label: "Satisfaction",
    description: "From 1 to 5, read off what was said",
    grain: "conversation",
    type: "number",
    canGroup: false,
    columns: { conversation: scalar(sql`satisfaction`) },
  }),
  field({
    id: "utterance_language",
    label: "Language of an utterance",
    description: "The language of one utterance, as an ISO 639 code",
    grain: "utterance",
    type: "text",
    columns: { utterance: scalar(sql`language`) },
  }),
  field({
    id: "message_count",
    label: "Messages in the conversation",
    description: "How many messages the conversation has",
    grain: "conversation",
    type: "number",
    columns: { conversation: scalar(sql`message_count`) },
  }),
  field({
    id: "duration_seconds",
    label: "Duration in seconds",
    description: "From the first to the last message",
    grain: "conversation",
    type: "number",
    canGroup: false,
    columns: { conversation: scalar(DURATION) },
  }),
  field({
    id: "sentiment_end",
    label: "Sentiment at the end",
    description: "From −2 to 2, of the customer's last utterance",
    grain: "conversation",
    type: "number",
    canGroup: false,
    columns: { conversation: scalar(sql`sentiment_end`) },
  }),
  field({
    id: "conversation",
    label: "Conversation",
    description: "The conversation's id",
    grain: "conversation",
    type: "text",
    canGroup: false,
    columns: everywhere(sql`toString(conversation_id)`),
  }),
  field({
    id: "import",
    label: "Import",
    description: "The import that last changed the conversation",
    grain: "conversation",
    type: "text",
    canGroup: false,
    columns: { conversation: scalar(sql`import_id`) },
  }),
];

const byId = new Map(FIELDS.map((entry) => [entry.id, entry]));
const ATTRIBUTE = "attribute.";

export function attributeName(fieldId: string): string | undefined {
  return fieldId.startsWith(ATTRIBUTE) && fieldId.length > ATTRIBUTE.length
    ? fieldId.slice(ATTRIBUTE.length)
    : undefined;
}

/** The field of an id; attributes are `attribute.NAME`. Throws `REQUEST_INVALID` for an unknown one. */
export function findField(id: string): Field {
  const found = byId.get(id);
  if (found !== undefined) return found;
  const name = attributeName(id);
  if (name === undefined) {
    throw new AppError("REQUEST_INVALID", { problem: `there is no field ${id}; /v1/query/model lists them` });
  }
  return field({
    id,
    label: name,
    description: `The attribute ${name} that the source gave`,
    grain: "conversation",
    type: "text",
    columns: {
      conversation: scalar(
        sql`multiIf(mapContains(attributes_text, ${name}), attributes_text[${name}], mapContains(attributes_boolean, ${name}), toString(attributes_boolean[${name}]), mapContains(attributes_number, ${name}), toString(attributes_number[${name}]), mapContains(attributes_time, ${name}), toString(attributes_time[${name}]), '')`,
      ),
    },
  });
}
