// What went wrong, as something a person can act on: what happened, and what to do.
import { ApiProblem } from "../../../src/contract/client.ts";

export type ErrorWords = { readonly title: string; readonly advice: string; readonly requestId: string };

/** Title and advice of anything that was thrown while talking to the server or drawing its answer. */
export function describeError(error: unknown): ErrorWords {
  if (error instanceof ApiProblem) {
    return { title: error.problem.title, advice: error.problem.detail, requestId: error.problem.requestId };
  }
  if (error instanceof TypeError && /fetch|network|load failed/i.test(error.message)) {
    return {
      title: "The server cannot be reached.",
      advice: "Check that `parlance start` still runs. Nothing that was stored is lost.",
      requestId: "",
    };
  }
  return {
    title: "The workbench could not show this.",
    advice: "Reload the page. What is stored on the server is untouched.",
    requestId: "",
  };
}

/** Whether asking again can help: not when the server understood and refused. */
export function isWorthRetrying(error: unknown): boolean {
  return !(error instanceof ApiProblem) || error.problem.status >= 500 || error.problem.status === 429;
}

/** Whether the server knows who asks and says that they may not. */
export function isRefusal(error: unknown): boolean {
  return error instanceof ApiProblem && (error.problem.status === 403 || error.problem.status === 410);
}

export function isSignedOut(error: unknown): boolean {
  return error instanceof ApiProblem && error.problem.status === 401;
}
