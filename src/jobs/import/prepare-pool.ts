// Spreads preparing over worker threads. All parts of one conversation go to the same worker, which remembers what the
// earlier parts revealed; whole conversations go to the idlest one.
import { Worker } from "node:worker_threads";
import { AppError } from "../../core/errors.ts";
import type { SourceConversation } from "../../core/source-conversation.ts";
import type { PreparedBatch, PrepareReply, PrepareRequest, PrepareWorkerData } from "./prepare-messages.ts";

export type PreparePool = {
  /** Prepares a batch of conversations on the given worker (`workerFor`), or on the idlest. */
  prepare(conversations: readonly SourceConversation[], worker?: number): Promise<PreparedBatch>;
  /** The worker that holds the memory of a conversation that comes in parts. */
  workerFor(externalId: string): number;
  close(): Promise<void>;
};

type Waiting = { readonly resolve: (batch: PreparedBatch) => void; readonly reject: (error: Error) => void };
type Member = {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
  /** Why it takes nothing any more. */
  ended: AppError | undefined;
};

/** Starts `size` threads (at least one). They end with `close`. */
export function createPreparePool(size: number, data: PrepareWorkerData): PreparePool {
  const members = Array.from({ length: Math.max(1, size) }, () => startMember(data));
  let lastId = 0;

  return {
    prepare(conversations, chosen) {
      const member = chosen === undefined ? idlest(members) : members[chosen];
      if (!member) return Promise.reject(new AppError("INTERNAL"));
      if (member.ended) return Promise.reject(member.ended);
      lastId += 1;
      const request: PrepareRequest = { id: lastId, conversations };
      return new Promise((resolve, reject) => {
        member.waiting.set(request.id, { resolve, reject });
        member.worker.postMessage(request);
      });
    },
    workerFor(externalId) {
      let hash = 0;
      for (let index = 0; index < externalId.length; index += 1)
        hash = (hash * 31 + externalId.charCodeAt(index)) >>> 0;
      return hash % members.length;
    },
    async close() {
      await Promise.all(members.map(({ worker }) => worker.terminate()));
    },
  };
}

function idlest(members: readonly Member[]): Member | undefined {
  return members.reduce((best, member) => (member.waiting.size < best.waiting.size ? member : best));
}

/** Preparing makes much short-lived garbage; a young generation of this size keeps a thread 100 MB smaller for a few per cent of time. */
const YOUNG_GENERATION_MB = 22;

function startMember(data: PrepareWorkerData): Member {
  const worker = new Worker(new URL("./prepare-worker.ts", import.meta.url), {
    workerData: data,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
  });
  const waiting = new Map<number, Waiting>();
  const member: Member = { worker, waiting, ended: undefined };
  function end(cause: Error): void {
    member.ended ??= new AppError("INTERNAL", {}, { cause });
    for (const { reject } of waiting.values()) reject(member.ended);
    waiting.clear();
  }
  worker.on("message", (reply: PrepareReply) => {
    const caller = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.ok) caller?.resolve(reply);
    else caller?.reject(new AppError("INTERNAL", {}, { cause: new Error(reply.problem) }));
  });
  worker.on("error", end);
  // An end without an error answers nobody either; whoever waits must not wait for ever.
  worker.on("exit", () => end(new Error("the thread that prepares has ended")));
  return member;
}
