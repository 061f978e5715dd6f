const ROUNDS = 60;
/** A direction with less than this share of the first one's strength is noise. */
const LEAST_STRENGTH = 0.02;

/**
 * The orthonormal directions along which a few vectors are longest, the strongest first (power iteration with deflation):
 * the leading right singular vectors. At most `most`, fewer where the vectors span fewer.
 */
export function principalDirections(vectors: readonly Float64Array[], most: number): Float64Array[] {
  const left = vectors.map((vector) => vector.slice());
  const found: Float64Array[] = [];
  let first = 0;
  while (found.length < Math.min(most, vectors.length)) {
    let direction = longest(left);
    let strength = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const next = new Float64Array(direction.length);
      for (const vector of left) addScaled(next, vector, dot(vector, direction));
      strength = normalise(next);
      if (strength === 0) break;
      direction = next;
    }
    first = Math.max(first, strength);
    if (strength === 0 || strength < LEAST_STRENGTH * first) break;
    for (const vector of left) addScaled(vector, direction, -dot(vector, direction));
    found.push(direction);
  }
  return found;
}

function longest(vectors: readonly Float64Array[]): Float64Array {
  const best = vectors.reduce((one, other) => (dot(other, other) > dot(one, one) ? other : one));
  const copy = best.slice();
  normalise(copy);
  return copy;
}

function dot(one: Float64Array, other: Float64Array): number {
  return one.reduce((sum, value, at) => sum + value * (other[at] as number), 0);
}

function addScaled(into: Float64Array, vector: Float64Array, scale: number): void {
  for (let at = 0; at < into.length; at += 1)
    into[at] = (into[at] as number) + (vector[at] as number) * scale;
}

/** Scales to length 1 in place and gives the length it had. */
function normalise(vector: Float64Array): number {
  const length = Math.sqrt(dot(vector, vector));
  if (length > 0) for (let at = 0; at < vector.length; at += 1) vector[at] = (vector[at] as number) / length;
  return length;
}
