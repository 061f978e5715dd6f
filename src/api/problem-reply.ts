// What an error becomes on the wire: problem details (RFC 9457) from the catalogue. What is not in the catalogue is a fault
// of ours: the caller learns only the request id, the log has the cause.
import type { Problem } from "../contract/problem.ts";
import { AppError } from "../core/errors.ts";
import { InvalidInput } from "./parse-input.ts";

export const PROBLEM_TYPE = "application/problem+json";

type FastifyFault = { readonly code: string; readonly statusCode: number };

function isFastifyFault(error: unknown): error is FastifyFault {
  return (
    error instanceof Error &&
    "statusCode" in error &&
    "code" in error &&
    String(error.code).startsWith("FST_")
  );
}

/** An error of the framework in our words. */
function translate(fault: FastifyFault): AppError | undefined {
  if (fault.statusCode === 413) return new AppError("PAYLOAD_TOO_LARGE", { limitBytes: JSON_LIMIT_BYTES });
  if (fault.statusCode === 415)
    return new AppError("REQUEST_INVALID", { problem: "the content type is not taken here" });
  if (fault.statusCode >= 400 && fault.statusCode < 500) {
    return new AppError("REQUEST_INVALID", { problem: "the body cannot be read as JSON" });
  }
  return undefined;
}

/** The largest body of a JSON request. */
export const JSON_LIMIT_BYTES = 1_048_576;

function describeIssues(error: InvalidInput) {
  return error.issues.slice(0, 20).map((issue) => ({
    path: [error.part, ...issue.path.map(String)].join("."),
    message: issue.message,
  }));
}

export type ProblemAnswer = {
  readonly problem: Problem;
  readonly retryAfterSeconds: number | undefined;
  /** Whether it is to be logged as a fault. */
  readonly isFault: boolean;
};

export function toProblem(error: unknown, requestId: string): ProblemAnswer {
  const issues = error instanceof InvalidInput ? describeIssues(error) : undefined;
  const known =
    error instanceof AppError
      ? error
      : issues !== undefined
        ? new AppError("REQUEST_INVALID", { problem: `${issues[0]?.path}: ${issues[0]?.message}` })
        : isFastifyFault(error)
          ? translate(error)
          : undefined;
  const app = known ?? new AppError("INTERNAL", {}, { cause: error });
  const wait = app.details["retryAfterSeconds"];
  return {
    problem: {
      type: `urn:parlance:error:${app.code}`,
      title: app.message,
      status: app.status,
      code: app.code,
      detail: app.advice,
      requestId,
      ...(issues === undefined ? {} : { errors: issues }),
    },
    retryAfterSeconds: typeof wait === "number" ? wait : undefined,
    isFault: app.status >= 500,
  };
}
