// What a run did to topics, in words. Pure.
import type { ClientOutput } from "../../../../../src/contract/client.ts";
import { formatShare, plural } from "../../../ui/format.ts";

export type LineageRun = ClientOutput<"getLineage">["runs"][number];
export type LineageChange = LineageRun["changes"][number];

function names(topics: LineageChange["from"]): string {
  const quoted = topics.map(({ name }) => `“${name}”`);
  return quoted.length < 2 ? quoted.join("") : `${quoted.slice(0, -1).join(", ")} and ${quoted.at(-1)}`;
}

/** "“Refund late” went into “Refund not received”". */
export function changeWords(change: LineageChange): string {
  const { kind, from, to, common } = change;
  const texts = to[0]?.texts ?? 0;
  switch (kind) {
    case "born":
      return `${names(to)} is new, with ${plural(texts, "wording")}`;
    case "died":
      return `${names(from)} is gone`;
    case "merged":
      return `${names(from)} became ${names(to)}`;
    case "split":
      return `${names(from)} fell into ${names(to)}`;
    case "continued": {
      const before = from[0]?.texts ?? 0;
      const kept = before === 0 ? "" : `, with ${formatShare(common / before)} of its wordings`;
      return `${names(to)} went on${kept}`;
    }
    default:
      return kind satisfies never;
  }
}

/** What a run changed, in the order in which it matters, and how many topics simply went on. */
export function notable(changes: readonly LineageChange[]): {
  readonly shown: readonly LineageChange[];
  readonly continued: number;
} {
  const order = ["merged", "split", "born", "died"];
  return {
    shown: joinSplits(changes.filter(({ kind }) => kind !== "continued")).toSorted(
      (one, other) => order.indexOf(one.kind) - order.indexOf(other.kind),
    ),
    continued: changes.filter(({ kind }) => kind === "continued").length,
  };
}

/** A topic that fell into several parts is one change, with the parts after it in order of size. */
function joinSplits(changes: readonly LineageChange[]): readonly LineageChange[] {
  const splits = Map.groupBy(
    changes.filter(({ kind }) => kind === "split"),
    ({ from }) => from.map(({ id }) => id).join(" "),
  );
  const joined = [...splits.values()].flatMap((parts): LineageChange[] => {
    const [first] = parts;
    if (first === undefined) return [];
    const to = new Map(parts.flatMap((part) => part.to.map((topic) => [topic.id, topic] as const)));
    return [{ ...first, to: [...to.values()].toSorted((one, other) => other.texts - one.texts) }];
  });
  return [...changes.filter(({ kind }) => kind !== "split"), ...joined];
}
