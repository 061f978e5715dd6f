/**
 * The digamma function for x > 0: the derivative of ln Γ(x). Recurrence up to 6, then the asymptotic series (Abramowitz
 * and Stegun 1964, 6.3.5 and 6.3.18); absolute error below 1e-10.
 */
export function digamma(x: number): number {
  let shifted = x;
  let below = 0;
  while (shifted < 6) {
    below += 1 / shifted;
    shifted += 1;
  }
  const inverse = 1 / shifted;
  const square = inverse * inverse;
  const series =
    square * (1 / 12 - square * (1 / 120 - square * (1 / 252 - square * (1 / 240 - square * (1 / 132)))));
  return Math.log(shifted) - 0.5 * inverse - series - below;
}
