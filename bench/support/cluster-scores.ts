// How well found clusters agree with known labels.

export type ClusterScores = {
  /** Mutual information over the mean of the two entropies, 0 to 1. */
  readonly nmi: number;
  /** Share of texts in the cluster that is matched with their label, one cluster a label at best; 0 to 1. */
  readonly accuracy: number;
};

/** Scores of cluster numbers against labels of the same texts. */
export function scoreClusters(found: readonly number[], labels: readonly string[]): ClusterScores {
  const names = [...new Set(labels)];
  const side = Math.max(names.length, Math.max(...found) + 1);
  const table = Array.from({ length: side }, () => new Array<number>(side).fill(0));
  for (const [index, cluster] of found.entries()) {
    const row = table[cluster];
    const column = names.indexOf(labels[index] ?? "");
    if (row !== undefined) row[column] = (row[column] ?? 0) + 1;
  }
  const matched = assignMost(table).reduce((sum, column, row) => sum + (table[row]?.[column] ?? 0), 0);
  return { nmi: mutualInformation(table, found.length), accuracy: matched / found.length };
}

function mutualInformation(table: readonly (readonly number[])[], total: number): number {
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = table.map((_, column) => table.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  const entropy = (counts: readonly number[]): number =>
    counts.reduce((sum, count) => (count === 0 ? sum : sum - (count / total) * Math.log(count / total)), 0);
  let shared = 0;
  for (const [r, row] of table.entries()) {
    for (const [c, count] of row.entries()) {
      if (count > 0)
        shared += (count / total) * Math.log((count * total) / ((rows[r] ?? 1) * (columns[c] ?? 1)));
    }
  }
  return shared / ((entropy(rows) + entropy(columns)) / 2);
}

/** Column of each row so that the sum is largest (Kuhn 1955, Munkres 1957; shortest augmenting paths). */
function assignMost(gains: readonly (readonly number[])[]): number[] {
  const size = gains.length;
  const rowPrice = new Float64Array(size + 1);
  const columnPrice = new Float64Array(size + 1);
  const rowOf = new Int32Array(size + 1);
  for (let row = 1; row <= size; row++) {
    const cheapest = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY);
    const cameFrom = new Int32Array(size + 1);
    const isVisited = new Uint8Array(size + 1);
    let column = 0;
    rowOf[0] = row;
    do {
      isVisited[column] = 1;
      const here = rowOf[column] ?? 0;
      let step = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let other = 1; other <= size; other++) {
        if (isVisited[other] === 1) continue;
        const cost = -(gains[here - 1]?.[other - 1] ?? 0) - (rowPrice[here] ?? 0) - (columnPrice[other] ?? 0);
        if (cost < (cheapest[other] ?? 0)) {
          cheapest[other] = cost;
          cameFrom[other] = column;
        }
        if ((cheapest[other] ?? 0) < step) {
          step = cheapest[other] ?? 0;
          next = other;
        }
      }
      for (let other = 0; other <= size; other++) {
        if (isVisited[other] === 1) {
          const owner = rowOf[other] ?? 0;
          rowPrice[owner] = (rowPrice[owner] ?? 0) + step;
          columnPrice[other] = (columnPrice[other] ?? 0) - step;
        } else cheapest[other] = (cheapest[other] ?? 0) - step;
      }
      column = next;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      const before = cameFrom[column] ?? 0;
      rowOf[column] = rowOf[before] ?? 0;
      column = before;
    }
  }
  const result = new Array<number>(size).fill(0);
  for (let column = 1; column <= size; column++) result[(rowOf[column] ?? 1) - 1] = column - 1;
  return result;
}
