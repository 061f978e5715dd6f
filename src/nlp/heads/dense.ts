// A linear layer in plain numbers. The heads are small enough that this costs a fiftieth of the encoder's time.

export type Dense = {
  readonly inputs: number;
  readonly outputs: number;
  /** Output by output: `outputs` rows of `inputs` numbers. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
};

/** The layer's outputs for an input of `inputs` numbers; numbers past the end of a shorter input count as 0. */
export function applyDense(layer: Dense, input: ArrayLike<number>): Float32Array {
  const { inputs, outputs, weights, bias } = layer;
  const result = new Float32Array(outputs);
  const length = Math.min(inputs, input.length);
  for (let row = 0; row < outputs; row++) {
    let sum = bias[row] ?? 0;
    const start = row * inputs;
    for (let column = 0; column < length; column++) {
      sum += (weights[start + column] ?? 0) * (input[column] ?? 0);
    }
    result[row] = sum;
  }
  return result;
}

export function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

/** Probabilities that sum to 1; `temperature` above 1 makes them more even. */
export function softmax(values: ArrayLike<number>, temperature = 1): number[] {
  const list = Array.from(values);
  const highest = Math.max(...list);
  const powers = list.map((value) => Math.exp((value - highest) / temperature));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
