import type { ModelDescription } from "../../mining/topic-models/describe-model.ts";

const SHOWN_WORDS = 8;

/** A table for people; ends in a line break. */
export function printModel(description: ModelDescription): string {
  const { topics, texts, words, npmi, cv, diversity } = description;
  const rows = topics.map((topic) =>
    [
      String(topic.texts).padStart(7),
      topic.npmi.toFixed(2).padStart(6),
      topic.cv.toFixed(2).padStart(5),
      ` ${topic.words.slice(0, SHOWN_WORDS).join(" ")}`,
    ].join(" "),
  );
  return [
    `${topics.length} topics from ${texts} texts and ${words} words: NPMI ${npmi.toFixed(3)}, C_V ${cv.toFixed(3)}, diversity ${diversity.toFixed(3)}`,
    "",
    "  texts   NPMI   C_V  heaviest words",
    ...rows,
    "",
  ].join("\n");
}
