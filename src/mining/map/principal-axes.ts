import type { Random } from "../topics/random.ts";
import type { Rows } from "../topics/rows.ts";

const ROUNDS = 12;
/** Rows that the axes are found from; more change them little. */
const MOST_ROWS = 20_000;

/**
 * Two coordinates a row along the two directions of greatest variance (principal components, by power iteration on the
 * centred rows), scaled so that the larger spread reaches `extent`.
 */
export function principalCoordinates(rows: Rows, extent: number, random: Random): Float32Array {
  const { values, count, dimension } = rows;
  const step = Math.max(1, Math.floor(count / MOST_ROWS));
  const mean = new Float64Array(dimension);
  for (let row = 0; row < count; row += 1) {
    for (let at = 0; at < dimension; at += 1) {
      mean[at] = (mean[at] as number) + (values[row * dimension + at] as number) / count;
    }
  }
  const along = (axis: Float64Array, row: number) => {
    let sum = 0;
    const start = row * dimension;
    for (let at = 0; at < dimension; at += 1) {
      sum += ((values[start + at] as number) - (mean[at] as number)) * (axis[at] as number);
    }
    return sum;
  };
  const axes: Float64Array[] = [];
  for (let number = 0; number < 2; number += 1) {
    let axis = Float64Array.from({ length: dimension }, () => random() - 0.5);
    for (let round = 0; round < ROUNDS; round += 1) {
      const next = new Float64Array(dimension);
      for (let row = 0; row < count; row += step) {
        const weight = along(axis, row);
        const start = row * dimension;
        for (let at = 0; at < dimension; at += 1) {
          next[at] = (next[at] as number) + weight * ((values[start + at] as number) - (mean[at] as number));
        }
      }
      for (const other of axes) removeDirection(next, other);
      axis = toUnit(next);
    }
    axes.push(axis);
  }
  const coordinates = new Float32Array(2 * count);
  let widest = 0;
  for (let row = 0; row < count; row += 1) {
    for (const [place, axis] of axes.entries()) {
      const value = along(axis, row);
      coordinates[2 * row + place] = value;
      widest = Math.max(widest, Math.abs(value));
    }
  }
  return widest === 0 ? coordinates : coordinates.map((value) => (value / widest) * extent);
}

function removeDirection(vector: Float64Array, direction: Float64Array): void {
  const share = vector.reduce((sum, value, at) => sum + value * (direction[at] as number), 0);
  for (let at = 0; at < vector.length; at += 1) {
    vector[at] = (vector[at] as number) - share * (direction[at] as number);
  }
}

function toUnit(vector: Float64Array): Float64Array<ArrayBuffer> {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return Float64Array.from(vector, (value) => (length > 0 ? value / length : 0));
}
