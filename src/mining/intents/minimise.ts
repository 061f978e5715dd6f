// Minimises a smooth convex function by L-BFGS (Liu and Nocedal, 1989) with a backtracking line search.

/** Returns the value at `point` and writes the gradient there into `gradient`. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

export type MinimiseOptions = {
  /** Most steps. Default 60. */
  readonly iterations?: number;
  /** Stops when a step lowers the value by less than this share of it. Default 1e-5. */
  readonly tolerance?: number;
};

/** Pairs of steps and gradient changes that stand for the curvature. */
const MEMORY = 6;
const SUFFICIENT_DECREASE = 1e-4;
const MOST_HALVINGS = 20;

/** The best point found from `start`, which is left as it is. */
export function minimise(
  objective: Objective,
  start: Float64Array,
  { iterations = 60, tolerance = 1e-5 }: MinimiseOptions = {},
): Float64Array {
  let point = start.slice();
  let gradient = new Float64Array(point.length);
  let value = objective(point, gradient);
  const pairs: Pair[] = [];
  for (let step = 0; step < iterations; step += 1) {
    const direction = descentDirection(gradient, pairs);
    const slope = dot(direction, gradient);
    if (!(slope < 0)) break;
    const first = pairs.length === 0 ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1;
    const next = searchLine(objective, { point, value, direction, slope, first });
    if (next === undefined) break;
    remember(pairs, { point, gradient }, next);
    const gain = value - next.value;
    ({ point, gradient, value } = next);
    if (gain <= tolerance * Math.max(1e-12, Math.abs(value))) break;
  }
  return point;
}

type Pair = { readonly step: Float64Array; readonly change: Float64Array; readonly scale: number };
type Place = {
  readonly point: Float64Array<ArrayBuffer>;
  readonly gradient: Float64Array<ArrayBuffer>;
  readonly value: number;
};

/** Two-loop recursion: minus the gradient, bent by the curvature seen so far. */
function descentDirection(gradient: Float64Array, pairs: readonly Pair[]): Float64Array {
  const direction = gradient.map((entry) => -entry);
  const alphas: number[] = [];
  for (const { step, change, scale } of pairs.toReversed()) {
    const alpha = scale * dot(step, direction);
    addScaled(direction, change, -alpha);
    alphas.unshift(alpha);
  }
  const last = pairs.at(-1);
  if (last !== undefined) {
    const factor = 1 / (last.scale * dot(last.change, last.change));
    for (let at = 0; at < direction.length; at += 1) direction[at] = (direction[at] as number) * factor;
  }
  for (const [index, { step, change, scale }] of pairs.entries()) {
    addScaled(direction, step, (alphas[index] ?? 0) - scale * dot(change, direction));
  }
  return direction;
}

type Line = {
  readonly point: Float64Array;
  readonly value: number;
  readonly direction: Float64Array;
  readonly slope: number;
  readonly first: number;
};

function searchLine(objective: Objective, line: Line): Place | undefined {
  let length = line.first;
  for (let halving = 0; halving < MOST_HALVINGS; halving += 1) {
    const point = new Float64Array(line.point);
    addScaled(point, line.direction, length);
    const gradient = new Float64Array(point.length);
    const value = objective(point, gradient);
    if (value <= line.value + SUFFICIENT_DECREASE * length * line.slope) return { point, gradient, value };
    length /= 2;
  }
  return undefined;
}

function remember(pairs: Pair[], before: Pick<Place, "point" | "gradient">, after: Place): void {
  const step = after.point.map((entry, at) => entry - (before.point[at] as number));
  const change = after.gradient.map((entry, at) => entry - (before.gradient[at] as number));
  const curvature = dot(step, change);
  if (!(curvature > 1e-14)) return;
  pairs.push({ step, change, scale: 1 / curvature });
  if (pairs.length > MEMORY) pairs.shift();
}

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < left.length; at += 1) sum += (left[at] as number) * (right[at] as number);
  return sum;
}

function addScaled(target: Float64Array, source: Float64Array, factor: number): void {
  for (let at = 0; at < target.length; at += 1) {
    target[at] = (target[at] as number) + factor * (source[at] as number);
  }
}
