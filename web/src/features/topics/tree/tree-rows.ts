// The tree as the rows that are in sight: which nodes are unfolded, in which order siblings stand, what a search leaves. Pure.
import type { Topic, TopicTreeNode } from "../../../../../src/contract/topics.ts";
import type { CellValue, Sort } from "../../../ui/table/column.ts";

export type TopicRow = {
  readonly node: TopicTreeNode;
  readonly depth: number;
  /** Undefined for a node with nothing below it. */
  readonly isUnfolded: boolean | undefined;
  /** Names of what it stands under, the outermost first. */
  readonly path: readonly string[];
  /** What the list of topics knows more: change, course, quotes. Undefined until it has come, and for clusters of a cut. */
  readonly figures: Topic | undefined;
};

export type TreeView = {
  /** By key; a node that is not in it is unfolded when it is a group. */
  readonly folds: Readonly<Record<string, boolean>>;
  readonly sort: Sort | undefined;
  /** Part of a name or phrase; rows with it are shown with all that they stand under. */
  readonly text: string;
  readonly figures: ReadonlyMap<number, Topic>;
  /** What a row is sorted by. */
  valueOf(row: TopicRow, column: string): CellValue;
};

export function treeRows(nodes: readonly TopicTreeNode[], view: TreeView): readonly TopicRow[] {
  const keys = new Set(nodes.map(({ key }) => key));
  // What stands under a node that is withheld stands at the top.
  const children = Map.groupBy(nodes, ({ parentKey }) =>
    parentKey !== null && keys.has(parentKey) ? parentKey : null,
  );
  const wanted = findNodes(nodes, view.text);
  const rows: TopicRow[] = [];
  const add = (parent: string | null, depth: number, path: readonly string[]): void => {
    const siblings = (children.get(parent) ?? [])
      .filter(({ key }) => wanted === undefined || wanted.has(key))
      .map((node): TopicRow => {
        const hasChildren = (children.get(node.key)?.length ?? 0) > 0;
        const isUnfolded = wanted === undefined ? (view.folds[node.key] ?? isOpenAtFirst(node)) : true;
        return {
          node,
          depth,
          isUnfolded: hasChildren ? isUnfolded : undefined,
          path,
          figures: node.id === null ? undefined : view.figures.get(node.id),
        };
      });
    for (const row of sortSiblings(siblings, view)) {
      rows.push(row);
      if (row.isUnfolded) add(row.node.key, depth + 1, [...path, row.node.name]);
    }
  };
  add(null, 0, []);
  return rows;
}

function isOpenAtFirst(node: TopicTreeNode): boolean {
  return node.level === "group";
}

function sortSiblings(rows: readonly TopicRow[], view: TreeView): readonly TopicRow[] {
  const { sort } = view;
  if (sort === undefined) return rows;
  const sign = sort.direction === "asc" ? 1 : -1;
  return rows.toSorted((one, other) => {
    const [a, b] = [view.valueOf(one, sort.by), view.valueOf(other, sort.by)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return (
      sign * (typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b)))
    );
  });
}

/** The keys of all that has the words and of what it stands under; undefined when nothing is searched for. */
function findNodes(nodes: readonly TopicTreeNode[], text: string): ReadonlySet<string> | undefined {
  const wanted = text.trim().toLowerCase();
  if (wanted === "") return undefined;
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const found = new Set<string>();
  for (const node of nodes) {
    if (![node.name, ...node.phrases].some((words) => words.toLowerCase().includes(wanted))) continue;
    for (
      let at: TopicTreeNode | undefined = node;
      at && !found.has(at.key);
      at = byKey.get(at.parentKey ?? "")
    )
      found.add(at.key);
  }
  return found;
}

/** Topics of the middle level, or the clusters of a cut, one after another. */
export function flatRows(
  nodes: readonly TopicTreeNode[],
  view: Omit<TreeView, "folds">,
): readonly TopicRow[] {
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const wanted = findNodes(nodes, view.text);
  const isCut = nodes.some(({ level }) => level === "cluster");
  const rows = nodes
    .filter((node) => (isCut ? !byKey.has(node.parentKey ?? "") : node.level === "topic"))
    .filter(({ key }) => wanted === undefined || wanted.has(key))
    .map(
      (node): TopicRow => ({
        node,
        depth: 0,
        isUnfolded: undefined,
        path: [byKey.get(node.parentKey ?? "")?.name ?? []].flat(),
        figures: node.id === null ? undefined : view.figures.get(node.id),
      }),
    );
  return sortSiblings(rows, { ...view, folds: {} });
}
