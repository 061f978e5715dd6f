// Edits of the topic tree. Each shows at once, holds for every later run, and can be taken back: the log only grows.
import { z } from "zod";
import { CURATION_KINDS } from "../core/curation.ts";
import { endpoint } from "./endpoint.ts";
import { lensParameter } from "./lenses.ts";
import { topicId, utteranceIdSchema } from "./topics.ts";
import { instantSchema } from "./values.ts";

const name = z.string().trim().min(1).max(120);
const id = z.number().int().min(1);
const ids = z.array(id).min(1).max(500);
const params = z.object({ id: topicId });

export const curationEntrySchema = z
  .object({
    id: z.number().int(),
    at: instantSchema,
    /** `local`, `user:ID` or `key:ID`. */
    actor: z.string(),
    kind: z.enum([...CURATION_KINDS, "undo", "redo"]),
    /** What was done, in words: `Merged “refund late” into “refund not received”`. */
    words: z.string(),
    /** The topics that it speaks of. */
    topics: z.array(z.number().int()),
    /** Whether it holds now; null for undo and redo themselves. */
    active: z.boolean().nullable(),
    /** The entry that an undo or redo is about. */
    about: z.number().int().nullable(),
  })
  .meta({ id: "CurationEntry" });
export type CurationEntry = z.output<typeof curationEntrySchema>;

/** What every edit answers. `undo` and `redo` are what the buttons would do next. */
export const curationAnswerSchema = z.object({
  entry: curationEntrySchema,
  /** Topics whose place, name or members are another now; ids of new ones are among them. */
  changed: z.array(z.number().int()),
  /** Utterances that were given another topic. */
  utterances: z.number().int().nonnegative(),
  undo: curationEntrySchema.nullable(),
  redo: curationEntrySchema.nullable(),
});

const edit = {
  method: "POST",
  tag: "topics",
  access: "write",
  query: z.object({ lens: lensParameter }),
  output: curationAnswerSchema,
} as const;

export const patchTopic = endpoint({
  ...edit,
  method: "PATCH",
  path: "/v1/topics/:id",
  summary: "Rename a topic (null goes back to the name that was found), hide it or show it again",
  params,
  body: z.strictObject({ name: name.nullable().optional(), hidden: z.boolean().optional() }),
});

export const mergeTopics = endpoint({
  ...edit,
  path: "/v1/topics/:id/merge",
  summary: "Merge topics of one level into this one",
  params,
  body: z.strictObject({ topics: ids }),
});

export const moveTopics = endpoint({
  ...edit,
  path: "/v1/topics/:id/move",
  summary: "Move this topic and others under a group or topic, or under a new group",
  params,
  body: z.strictObject({
    /** An id, or the name of a group to make. */
    parent: z.union([id, z.strictObject({ name })]),
    others: z.array(id).max(500).default([]),
  }),
});

export const splitTopic = endpoint({
  ...edit,
  path: "/v1/topics/:id/split",
  summary:
    "Split a topic: each part becomes a topic of some of its subtopics, or of some utterances and what is like them",
  params,
  body: z.strictObject({
    parts: z
      .array(
        z.strictObject({
          name,
          subtopics: z.array(id).max(500).default([]),
          utterances: z.array(utteranceIdSchema).max(500).default([]),
        }),
      )
      .min(1)
      .max(50),
  }),
});

export const keepTopicsApart = endpoint({
  ...edit,
  path: "/v1/topics/apart",
  summary: "Never merge these topics in a run",
  body: z.strictObject({ topics: z.array(id).min(2).max(100) }),
});

export const assignUtterances = endpoint({
  ...edit,
  path: "/v1/topics/assign",
  summary:
    "Say that utterances belong to a topic, or to none; every utterance in the same words goes with them",
  body: z.strictObject({ topic: id.nullable(), utterances: z.array(utteranceIdSchema).min(1).max(500) }),
});

export const getCuration = endpoint({
  method: "GET",
  path: "/v1/topics/curation",
  tag: "topics",
  summary: "List the edits, the newest first, with what undo and redo would do",
  access: "read",
  query: z.object({
    lens: lensParameter,
    limit: z.coerce.number().int().min(1).max(500).default(100),
    /** Entries before this id. */
    before: z.coerce.number().int().min(1).optional(),
    /** Only edits that speak of this topic. */
    topic: topicId.optional(),
  }),
  output: z.object({
    entries: z.array(curationEntrySchema),
    undo: curationEntrySchema.nullable(),
    redo: curationEntrySchema.nullable(),
  }),
});

const about = z.strictObject({ entry: z.number().int().min(1).optional() }).optional();

export const undoCuration = endpoint({
  ...edit,
  path: "/v1/topics/curation/undo",
  summary: "Take back the last edit, or the one named",
  body: about,
});

export const redoCuration = endpoint({
  ...edit,
  path: "/v1/topics/curation/redo",
  summary: "Do again what was last taken back, or the edit named",
  body: about,
});
