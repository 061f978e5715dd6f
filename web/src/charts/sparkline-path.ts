export type SparklinePath = {
  readonly whole: string;
  /** The way to the bucket that still runs; empty when all are whole. */
  readonly running: string;
  readonly end: readonly [x: number, y: number] | undefined;
};

/** Past this many points a line of 96 px is only noise; seven days make a week. */
const MOST_POINTS = 35;
const GROUP = 7;

/** Adds up a long run of counts by sevens, so that its course shows. */
export function condense(
  values: readonly number[],
  isLastPartial: boolean,
): { readonly values: readonly number[]; readonly isLastPartial: boolean } {
  if (values.length <= MOST_POINTS) return { values, isLastPartial };
  const groups = Array.from({ length: Math.ceil(values.length / GROUP) }, (_, index) =>
    values.slice(index * GROUP, (index + 1) * GROUP).reduce((sum, value) => sum + value, 0),
  );
  return { values: groups, isLastPartial: isLastPartial || values.length % GROUP !== 0 };
}

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
