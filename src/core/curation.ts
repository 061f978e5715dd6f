// What people may change about topics, as data. An edit is kept in a log and laid over what discovery finds: nothing that
// was found is overwritten, so that every edit can be taken back and holds for every later run.
import { z } from "zod";

export const TOPIC_LEVELS = ["group", "topic", "subtopic"] as const;
export type TopicLevel = (typeof TOPIC_LEVELS)[number];

const id = z.number().int().min(1);
const ids = z.array(id).min(1).max(1000);
const name = z.string().trim().min(1).max(120);
/** Hashes of normalised texts, in decimal: a label belongs to the words, wherever they are said. */
const texts = z.array(z.string().regex(/^\d{1,20}$/)).max(1000);
/** Where the texts were picked: `messageId:start`. */
const utterances = z.array(z.string()).max(1000);

export const curationSchema = z.discriminatedUnion("kind", [
  /** Null goes back to the name that was found. */
  z.strictObject({ kind: z.literal("rename"), topic: id, name: name.nullable() }),
  z.strictObject({ kind: z.literal("merge"), into: id, topics: ids }),
  /** With `newGroup` the parent is a group that the move makes, under this name. */
  z.strictObject({ kind: z.literal("move"), parent: id, topics: ids, newGroup: name.optional() }),
  /** New topics beside `topic`, each of some of its subtopics or of some texts. */
  z.strictObject({
    kind: z.literal("split"),
    topic: id,
    parts: z
      .array(z.strictObject({ id, name, subtopics: z.array(id).max(1000), texts, utterances }))
      .min(1)
      .max(50),
  }),
  /** Never to be merged by a run. */
  z.strictObject({ kind: z.literal("apart"), topics: z.array(id).min(2).max(100) }),
  /** These texts belong to this topic; 0 is none. */
  z.strictObject({
    kind: z.literal("assign"),
    topic: z.number().int().min(0),
    texts,
    /** The stored topic that each text had. */
    was: z.array(z.number().int().min(0)),
    utterances,
  }),
  z.strictObject({ kind: z.literal("hide"), topic: id }),
  z.strictObject({ kind: z.literal("show"), topic: id }),
  z.strictObject({
    kind: z.literal("create"),
    id,
    level: z.enum(TOPIC_LEVELS),
    name,
    parent: id.nullable(),
    texts,
  }),
]);
export type Curation = z.output<typeof curationSchema>;
export type CurationKind = Curation["kind"];
export const CURATION_KINDS = [
  "rename",
  "merge",
  "move",
  "split",
  "apart",
  "assign",
  "hide",
  "show",
  "create",
] as const satisfies readonly CurationKind[];

/** The texts that an edit gives to a topic by hand; topic 0 is none. */
export function givenTexts(edit: Curation): readonly { readonly text: string; readonly topic: number }[] {
  switch (edit.kind) {
    case "assign":
      return edit.texts.map((text) => ({ text, topic: edit.topic }));
    case "create":
      return edit.texts.map((text) => ({ text, topic: edit.id }));
    case "split":
      return edit.parts.flatMap((part) => part.texts.map((text) => ({ text, topic: part.id })));
    default:
      return [];
  }
}

/** The topics that an edit speaks of: a later run must not lose them. */
export function namedTopics(edit: Curation): readonly number[] {
  switch (edit.kind) {
    case "merge":
      return [edit.into, ...edit.topics];
    case "move":
      return [edit.parent, ...edit.topics];
    case "split":
      return [edit.topic, ...edit.parts.flatMap((part) => [part.id, ...part.subtopics])];
    case "apart":
      return edit.topics;
    case "create":
      return edit.parent === null ? [edit.id] : [edit.id, edit.parent];
    case "assign":
      return edit.topic === 0 ? [] : [edit.topic];
    default:
      return [edit.topic];
  }
}
