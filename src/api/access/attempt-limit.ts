import { AppError } from "../../core/errors.ts";

/**
 * Makes a check that throws `TOO_MANY_REQUESTS` when it is called more than `most` times within a window. Meant for what
 * guards a secret of the whole server, hence one count for all callers.
 */
export function createAttemptLimit(clock: () => number, most: number, windowMs = 60_000): () => void {
  let recent: number[] = [];
  return () => {
    const now = clock();
    recent = recent.filter((at) => at > now - windowMs);
    const [oldest] = recent;
    if (oldest !== undefined && recent.length >= most) {
      const retryAfterSeconds = Math.ceil((oldest + windowMs - now) / 1000);
      throw new AppError("TOO_MANY_REQUESTS", { retryAfterSeconds });
    }
    recent.push(now);
  };
}
