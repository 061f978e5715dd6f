// The tree of a run as a JSON file: what a person or another program looks at, and what the next run keeps ids and names by.
import { readFile, writeFile } from "node:fs/promises";
import { z } from "zod";
import { AppError } from "../../core/errors.ts";
import type { DiscoverResult, NamedTexts, PreviousRun } from "../../mining/topics/topic-types.ts";

const ROUNDING = 1e5;

const previousFile = z.object({
  topics: z.array(z.object({ id: z.int().positive(), name: z.string(), centroid: z.array(z.number()) })),
  groups: z.array(z.object({ id: z.int().positive(), name: z.string(), topics: z.array(z.int()) })),
});

/** Ids that this run gives: kept where a topic or group continues an old one, new ones beyond all others. */
export type RunIds = { readonly topics: readonly number[]; readonly groups: readonly number[] };

/** The earlier run in a file, undefined when there is no such file. Throws INPUT_UNREADABLE for any other content. */
export async function readTreeFile(path: string, name: string): Promise<PreviousRun | undefined> {
  const content = await readFile(path, "utf8").catch(() => undefined);
  if (content === undefined) return undefined;
  try {
    const { topics, groups } = previousFile.parse(JSON.parse(content));
    return {
      topics: topics.map(({ id, name: old, centroid }) => ({
        id,
        name: old,
        centroid: Float32Array.from(centroid),
      })),
      groups,
    };
  } catch (cause) {
    throw new AppError(
      "INPUT_UNREADABLE",
      { file: name, problem: "is no tree that topics discover wrote" },
      { cause },
    );
  }
}

export function numberTopics(result: DiscoverResult, previous: PreviousRun | undefined): RunIds {
  let topic = Math.max(0, ...(previous?.topics ?? []).map(({ id }) => id));
  let group = Math.max(0, ...(previous?.groups ?? []).map(({ id }) => id));
  return {
    topics: result.topics.map(({ id }) => id ?? ++topic),
    groups: result.groups.map(({ id }) => id ?? ++group),
  };
}

export async function writeTreeFile(
  path: string,
  result: DiscoverResult,
  ids: RunIds,
  texts: readonly string[],
): Promise<void> {
  const words = ({ name, description, phrases, size, weight, quotes }: NamedTexts) => ({
    name,
    description,
    phrases,
    distinctTexts: size,
    texts: weight,
    quotes: quotes.map((row) => texts[row] ?? ""),
  });
  const tree = {
    reason: result.reason,
    groups: result.groups.map((group, at) => ({
      id: ids.groups[at],
      ...words(group),
      topics: group.children.map((topic) => ids.topics[topic]),
    })),
    topics: result.topics.map((topic, at) => ({
      id: ids.topics[at],
      group: ids.groups[topic.group],
      ...words(topic),
      cohesion: topic.cohesion,
      centroid: Array.from(topic.centroid, (value) => Math.round(value * ROUNDING) / ROUNDING),
    })),
    subtopics: result.subtopics.map((subtopic) => ({
      topic: ids.topics[subtopic.topic],
      ...words(subtopic),
    })),
    dendrogram: result.dendrogram,
    unassigned: result.unassignedReasons,
  };
  await writeFile(path, `${JSON.stringify(tree, null, 1)}\n`);
}
