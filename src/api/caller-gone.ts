/** Whether an error, or what caused it, only says that the caller's connection closed early: no fault of the server's. */
export function isCallerGone(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    const code = "code" in at ? at.code : undefined;
    // Node's own word for a request cut off in the middle; a database's reset connection has other words.
    if (code === "ERR_STREAM_PREMATURE_CLOSE" || (code === "ECONNRESET" && at.message === "aborted"))
      return true;
  }
  return false;
}
