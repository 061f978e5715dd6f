export type SparklinePath = {
  readonly whole: string;
  /** The way to the bucket that still runs; empty when all are whole. */
  readonly running: string;
  readonly end: readonly [x: number, y: number] | undefined;
};

const MARGIN = 3;

/** Counts as SVG path data, from zero at the bottom to the highest at the top. */
export function sparklinePath(
  values: readonly number[],
  width: number,
  height: number,
  isLastPartial: boolean,
): SparklinePath {
  const highest = Math.max(1, ...values);
  const step = values.length > 1 ? (width - 2 * MARGIN) / (values.length - 1) : 0;
  const points = values.map((value, index): readonly [number, number] => [
    round(MARGIN + index * step),
    round(height - MARGIN - (value / highest) * (height - 2 * MARGIN)),
  ]);
  const wholePoints = isLastPartial ? points.slice(0, -1) : points;
  return {
    whole: toPath(wholePoints),
    running: isLastPartial && points.length > 1 ? toPath(points.slice(-2)) : "",
    end: points.at(-1),
  };
}

function toPath(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y], index) => `${index === 0 ? "M" : "L"}${x} ${y}`).join("");
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
