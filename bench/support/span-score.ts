// Scores spans against an answer key: by overlap (half of either must be covered) and by exact offsets.

export type TypedSpan = { readonly start: number; readonly end: number; readonly type: string };
type Score = {
  readonly precision: number;
  readonly recall: number;
  readonly golds: number;
  readonly claims: number;
};
/** Whether what is claimed under one type counts for a gold span of another. */
export type Counts = (claimed: string, gold: string) => boolean;

export class SpanScore {
  golds = 0;
  claims = 0;
  #found = 0;
  #right = 0;
  readonly #counts: Counts;
  readonly #isExact: boolean;

  constructor(counts: Counts, isExact = false) {
    this.#counts = counts;
    this.#isExact = isExact;
  }

  add(gold: readonly TypedSpan[], claimed: readonly TypedSpan[]): void {
    this.golds += gold.length;
    this.claims += claimed.length;
    for (const span of gold) {
      const others = claimed.filter(({ type }) => this.#counts(type, span.type));
      if (this.#matches(span, others)) this.#found += 1;
    }
    for (const claim of claimed) {
      const others = gold.filter(({ type }) => this.#counts(claim.type, type));
      if (this.#matches(claim, others)) this.#right += 1;
    }
  }

  #matches(span: TypedSpan, others: readonly TypedSpan[]): boolean {
    if (this.#isExact) return others.some(({ start, end }) => start === span.start && end === span.end);
    const covered = others.reduce((sum, other) => sum + overlap(span, other), 0);
    return covered * 2 >= span.end - span.start && covered > 0;
  }

  get score(): Score {
    return {
      precision: this.claims === 0 ? 0 : this.#right / this.claims,
      recall: this.golds === 0 ? 0 : this.#found / this.golds,
      golds: this.golds,
      claims: this.claims,
    };
  }
}

function overlap(a: TypedSpan, b: TypedSpan): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

/** F measure; with `beta` 2 recall counts four times as much as precision. */
export function fBeta({ precision, recall }: Pick<Score, "precision" | "recall">, beta: number): number {
  const weight = beta * beta;
  return precision + recall === 0 ? 0 : ((1 + weight) * precision * recall) / (weight * precision + recall);
}
