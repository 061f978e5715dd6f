import type { Columnar, ExecOptions } from "../../columnar/columnar.ts";
import type { ConversationModel } from "../../nlp/conversation/score-conversation.ts";
import type { Encoder } from "../../nlp/encoder/encoder.ts";
import type { Labeller } from "../../nlp/label/labeller.ts";
import type { DetectedLanguage } from "../../nlp/language/language.ts";
import type { RecordsDb } from "../../records/records.ts";
import type { JobProgress } from "../queue/job-queue.ts";

/** What enrichment works with: the stores, the models and a workspace. */
export type EnrichContext = {
  readonly columnar: Columnar;
  readonly records: { readonly db: RecordsDb };
  readonly encoder: Encoder;
  readonly labeller: Labeller;
  readonly conversationModel: ConversationModel;
  readonly detectLanguage: (text: string) => DetectedLanguage;
  readonly workspace: string;
  readonly signal?: AbortSignal;
  /** Amounts are distinct texts; the note says which step runs. */
  readonly progress?: JobProgress;
};

/** Reads and writes of a whole workspace take longer than a page may wait. */
const TIMEOUT_MS = 600_000;

export function execOptions(context: Pick<EnrichContext, "signal">, tag: string): ExecOptions {
  return {
    tag,
    timeoutMs: TIMEOUT_MS,
    ...(context.signal !== undefined && { signal: context.signal }),
  };
}
