// The edits that people make on topics, as the workbench speaks of them, and how each is sent.
import type { Client, ClientOutput } from "../../../../../src/contract/client.ts";

export type TopicRef = { readonly id: number; readonly name: string };
export type SplitPart = {
  readonly name: string;
  readonly subtopics: readonly number[];
  readonly utterances: readonly string[];
};

export type Edit =
  /** Null goes back to the name that was found. */
  | { readonly kind: "rename"; readonly topic: TopicRef; readonly name: string | null }
  | { readonly kind: "hide" | "show"; readonly topic: TopicRef }
  | { readonly kind: "merge"; readonly into: TopicRef; readonly topics: readonly TopicRef[] }
  | {
      readonly kind: "move";
      readonly topics: readonly TopicRef[];
      /** A topic, or the name of a group to make. */
      readonly parent: TopicRef | { readonly name: string };
    }
  | { readonly kind: "split"; readonly topic: TopicRef; readonly parts: readonly SplitPart[] }
  | { readonly kind: "apart"; readonly topics: readonly TopicRef[] }
  /** Null: they belong to none. */
  | { readonly kind: "assign"; readonly topic: TopicRef | null; readonly utterances: readonly string[] }
  /** The last edit, or the one named. */
  | { readonly kind: "undo" | "redo"; readonly entry?: number };

export type EditAnswer = ClientOutput<"undoCuration">;

const idsOf = (topics: readonly TopicRef[]) => topics.map(({ id }) => id);

/** Sends an edit of the topics under a lens. */
export function sendEdit(client: Client, edit: Edit, lens: string): Promise<EditAnswer> {
  const query = { lens };
  switch (edit.kind) {
    case "rename":
      return client.call("patchTopic", { params: { id: edit.topic.id }, query, body: { name: edit.name } });
    case "hide":
    case "show":
      return client.call("patchTopic", {
        params: { id: edit.topic.id },
        query,
        body: { hidden: edit.kind === "hide" },
      });
    case "merge":
      return client.call("mergeTopics", {
        params: { id: edit.into.id },
        query,
        body: { topics: idsOf(edit.topics) },
      });
    case "move": {
      const [first = 0, ...others] = idsOf(edit.topics);
      const parent = "id" in edit.parent ? edit.parent.id : { name: edit.parent.name };
      return client.call("moveTopics", { params: { id: first }, query, body: { parent, others } });
    }
    case "split":
      return client.call("splitTopic", {
        params: { id: edit.topic.id },
        query,
        body: {
          parts: edit.parts.map(({ name, subtopics, utterances }) => ({
            name,
            subtopics: [...subtopics],
            utterances: [...utterances],
          })),
        },
      });
    case "apart":
      return client.call("keepTopicsApart", { query, body: { topics: idsOf(edit.topics) } });
    case "assign":
      return client.call("assignUtterances", {
        query,
        body: { topic: edit.topic?.id ?? null, utterances: [...edit.utterances] },
      });
    case "undo":
    case "redo":
      return client.call(edit.kind === "undo" ? "undoCuration" : "redoCuration", {
        query,
        body: edit.entry === undefined ? {} : { entry: edit.entry },
      });
    default:
      return edit satisfies never;
  }
}

/** What did not happen when an edit is refused. */
export function refusedWords(edit: Edit): string {
  switch (edit.kind) {
    case "rename":
      return `${edit.topic.name} keeps its name.`;
    case "hide":
    case "show":
      return `${edit.topic.name} stays as it was.`;
    case "merge":
      return "Nothing was merged.";
    case "move":
      return "Nothing was moved.";
    case "split":
      return `${edit.topic.name} was not split.`;
    case "apart":
      return "Nothing was noted.";
    case "assign":
      return "The words stay where they were.";
    case "undo":
      return "Nothing was taken back.";
    case "redo":
      return "Nothing was done again.";
    default:
      return edit satisfies never;
  }
}
