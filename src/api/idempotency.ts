// Answers by Idempotency-Key, so that a repeated request gets the first one's answer. Kept in memory for a day: what is
// repeated after that, or after a restart, is taken in again and changes nothing, since keys are deterministic.
import { AppError } from "../core/errors.ts";

const DAY_MS = 86_400_000;
const LARGEST = 10_000;

export type IdempotentAnswers<Answer> = {
  /** Runs `work` unless the key has an answer. Throws CONFLICT while the first request with the key still runs. */
  once(key: string | undefined, work: () => Promise<Answer>): Promise<Answer>;
};

export function createIdempotentAnswers<Answer>(clock: () => number): IdempotentAnswers<Answer> {
  const answers = new Map<string, { readonly at: number; readonly answer: Answer }>();
  const running = new Set<string>();
  return {
    async once(key, work) {
      if (key === undefined) return work();
      const known = answers.get(key);
      if (known !== undefined && clock() - known.at < DAY_MS) return known.answer;
      if (running.has(key))
        throw new AppError("CONFLICT", { problem: "A request with this key is still being answered" });
      running.add(key);
      try {
        const answer = await work();
        answers.delete(key);
        answers.set(key, { at: clock(), answer });
        const oldest = answers.keys().next().value;
        if (answers.size > LARGEST && oldest !== undefined) answers.delete(oldest);
        return answer;
      } finally {
        running.delete(key);
      }
    },
  };
}
