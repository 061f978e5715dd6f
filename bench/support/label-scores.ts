// The usual scores of labels.

/** F1 of one label. */
export function f1(predicted: readonly boolean[], gold: readonly boolean[]): number {
  let hits = 0;
  let sum = 0;
  for (const [place, isGold] of gold.entries()) {
    const isPredicted = predicted[place] === true;
    if (isPredicted && isGold) hits += 1;
    sum += Number(isPredicted) + Number(isGold);
  }
  return sum === 0 ? 0 : (2 * hits) / sum;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Mean over the classes that occur of the share that was found. */
export function macroRecall(predicted: readonly number[], gold: readonly number[]): number {
  return mean(
    [...new Set(gold)].map((label) => {
      const places = gold.flatMap((each, place) => (each === label ? [place] : []));
      return places.filter((place) => predicted[place] === label).length / places.length;
    }),
  );
}

/** Expected calibration error over 15 equally wide bins. */
export function calibrationError(probabilities: readonly number[], hits: readonly boolean[]): number {
  const bins = Array.from({ length: 15 }, () => ({ n: 0, sum: 0, hits: 0 }));
  for (const [place, probability] of probabilities.entries()) {
    const bin = bins[Math.min(14, Math.floor(probability * 15))];
    if (bin === undefined) continue;
    bin.n += 1;
    bin.sum += probability;
    bin.hits += Number(hits[place] === true);
  }
  return (
    bins.reduce((total, { sum, hits: found }) => total + Math.abs(sum - found), 0) / probabilities.length
  );
}

/** Rank correlation; ties share their mean rank. */
export function spearman(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [ranks(one), ranks(other)];
  const [meanA, meanB] = [mean(a), mean(b)];
  let product = 0;
  let squaresA = 0;
  let squaresB = 0;
  for (const [place, rank] of a.entries()) {
    const [fromA, fromB] = [rank - meanA, (b[place] ?? 0) - meanB];
    product += fromA * fromB;
    squaresA += fromA ** 2;
    squaresB += fromB ** 2;
  }
  return product / Math.sqrt(squaresA * squaresB);
}

function ranks(values: readonly number[]): number[] {
  const order = values.map((_, place) => place).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const result = new Array<number>(values.length).fill(0);
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end < order.length && values[order[end] ?? 0] === values[order[start] ?? 0]) end += 1;
    for (const place of order.slice(start, end)) result[place] = (start + end - 1) / 2;
    start = end;
  }
  return result;
}
