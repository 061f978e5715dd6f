// What `topics discover` shows when it is done: the tree of groups and topics with bars, and what stayed without a topic.
import type { DiscoverResult } from "../../mining/topics/topic-types.ts";

const BAR = 16;
const TOPICS_A_GROUP = 12;
const NAME_WIDTH = 44;
const PHRASES = 3;

/** Ends in a line break. `lines` is how many lines were read; topics' weights count lines. */
export function printTree(result: DiscoverResult, lines: number): string {
  const { groups, topics, unassignedReasons, assignment, retired } = result;
  const most = Math.max(1, ...topics.map(({ weight }) => weight));
  const width = String(Math.round(Math.max(1, ...groups.map(({ weight }) => weight)))).length;
  const share = (weight: number) => `${((100 * weight) / Math.max(1, lines)).toFixed(1)} %`.padStart(7);
  const row = (weight: number, name: string, more: string) =>
    `${String(Math.round(weight)).padStart(width)} ${share(weight)}  ${name.padEnd(NAME_WIDTH)}${more}`.trimEnd();
  const tree = groups.flatMap((group) => {
    const shown = group.children.slice(0, TOPICS_A_GROUP).flatMap((at) => topics[at] ?? []);
    const hidden = group.children.length - shown.length;
    return [
      "",
      row(group.weight, group.name, ""),
      ...(group.children.length === 1 && shown[0]?.name === group.name
        ? []
        : shown.map(({ weight, name, phrases }) =>
            row(weight, `  ${name}`, `${bar(weight / most)} ${others(name, phrases)}`),
          )),
      ...(hidden > 0 ? [`${" ".repeat(width + 10)}  and ${hidden} smaller ones`] : []),
    ];
  });
  const unassigned = assignment.reduce((sum, topic) => sum + (topic < 0 ? 1 : 0), 0);
  const { too_short, other_language, between_topics, small_group } = unassignedReasons;
  return [
    `${count(topics.length, "topic")} in ${count(groups.length, "group")}, ${count(result.subtopics.length, "subtopic")}, from ${count(lines, "line")}: ${result.reason}.`,
    ...tree,
    "",
    `${unassigned} lines without a topic. Distinct texts by reason: too short ${too_short}, other language ${other_language}, between topics ${between_topics}, in no group ${small_group}.`,
    ...(retired.length > 0
      ? [`${retired.length} topics of the earlier tree are gone: ${retired.join(", ")}.`]
      : []),
    "",
  ].join("\n");
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}

function bar(share: number): string {
  return "█".repeat(Math.max(1, Math.round(share * BAR))).padEnd(BAR);
}

function others(name: string, phrases: readonly string[]): string {
  return phrases
    .filter((phrase) => phrase !== name)
    .slice(0, PHRASES)
    .join(", ");
}
