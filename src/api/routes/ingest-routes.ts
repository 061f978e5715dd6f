// Taking in conversations and messages over HTTP: back-pressure, repeats, and the answer that names each refused record.
import type { IngestResult } from "../../contract/ingest.ts";
import { AppError } from "../../core/errors.ts";
import type { Handlers, RequestScope } from "../handler.ts";
import { createIdempotentAnswers } from "../idempotency.ts";
import { bodyOf, limitBytes } from "../raw-body.ts";
import type { ApiServices } from "../services.ts";

type Names = "postConversations" | "postMessages";

/** The largest batch. A file that is larger goes to /v1/imports, which has no limit. */
const LIMIT_BYTES = 64 * 1_048_576;

export function ingestRoutes({ importer, clock }: ApiServices): Handlers<Names> {
  const answers = createIdempotentAnswers<IngestResult>(clock);
  async function ingest(
    kind: "conversations" | "messages",
    source: string | undefined,
    { request, signal, caller }: RequestScope,
  ): Promise<IngestResult> {
    const key = request.headers["idempotency-key"];
    if (Array.isArray(key) || (key !== undefined && !/^[\x21-\x7e]{1,200}$/.test(key))) {
      throw new AppError("REQUEST_INVALID", { problem: "Idempotency-Key is 1 to 200 visible characters" });
    }
    return answers.once(key === undefined ? undefined : `${caller.actor} ${kind} ${key}`, async () => {
      const wait = importer.retryAfterSeconds();
      if (wait !== undefined) throw new AppError("TOO_MANY_REQUESTS", { retryAfterSeconds: wait });
      const isLines = (request.headers["content-type"] ?? "").startsWith("application/x-ndjson");
      const body = limitBytes(bodyOf(request), LIMIT_BYTES);
      return importer.ingest({ kind, isLines, source, body, signal });
    });
  }
  return {
    postConversations: ({ query }, scope) => ingest("conversations", query.source, scope),
    postMessages: ({ query }, scope) => ingest("messages", query.source, scope),
  };
}
