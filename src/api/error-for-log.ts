// An error as the log may have it. Messages of foreign errors can quote what they choked on (a parser shows the text, an
// engine the statement with its values), so that only their kind, code and place are kept.
import { AppError } from "../core/errors.ts";

export type LoggedError = {
  readonly name: string;
  readonly code?: string;
  readonly message?: string;
  readonly frames: readonly string[];
  readonly cause?: LoggedError;
};

export function errorForLog(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { name: typeof error, frames: [] };
  const code = "code" in error && /^[\w-]{1,60}$/.test(String(error.code)) ? String(error.code) : undefined;
  return {
    name: error.name,
    ...(code === undefined ? {} : { code }),
    ...(error instanceof AppError ? { message: error.message } : {}),
    frames: framesOf(error),
    ...(error.cause === undefined || depth === 4 ? {} : { cause: errorForLog(error.cause, depth + 1) }),
  };
}

function framesOf(error: Error): readonly string[] {
  return (error.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim());
}
