// Between the reader and the store: fills batches, has them prepared on worker threads, writes them in order, and holds
// the reader back while too much is on its way, so that memory stays bounded whatever the input's size.
import type { Columnar } from "../../columnar/columnar.ts";
import { writeBatch } from "../../columnar/write/write-batch.ts";
import type { SourceConversation } from "../../core/source-conversation.ts";
import type { ImportTally } from "./import-tally.ts";
import type { PreparedBatch } from "./prepare-messages.ts";
import type { PreparePool } from "./prepare-pool.ts";

/** Messages in a batch. Larger ones make fewer and bigger parts in the store; smaller ones less memory. */
const BATCH_MESSAGES = 4_000;
/** UTF-16 code units of text in a batch: few long messages fill one as many short ones do. */
const BATCH_CHARS = 2_000_000;
/** Batches on their way besides the one being filled. */
const MAX_BATCHES_ON_THE_WAY = 2;

export type WritePipeline = {
  add(conversation: SourceConversation): Promise<void>;
  /** Sends the batch being filled and waits for all. */
  finish(): Promise<void>;
};

export type WritePipelineOptions = {
  readonly columnar: Columnar;
  readonly pool: PreparePool;
  readonly tally: ImportTally;
  readonly tag: string;
  readonly recheck: boolean;
  readonly onTruncated: (count: number) => void;
  readonly onWritten: () => Promise<void>;
};

type Filling = { conversations: SourceConversation[]; messages: number; chars: number };

export function createWritePipeline(options: WritePipelineOptions): WritePipeline {
  const { columnar, pool, tally, tag, recheck } = options;
  // One batch being filled for whole conversations, and one for each worker that holds conversations in parts.
  const filling = new Map<number | undefined, Filling>();
  const onTheWay: Promise<void>[] = [];
  let lastWrite: Promise<void> = Promise.resolve();

  async function write(prepared: PreparedBatch): Promise<void> {
    const counts = await writeBatch(columnar, prepared.batch, { tag, recheck });
    tally.addWritten({ ...counts, duplicate: counts.duplicate + prepared.duplicates });
    if (prepared.truncated > 0) options.onTruncated(prepared.truncated);
    await options.onWritten();
  }

  async function send(worker: number | undefined): Promise<void> {
    const batch = filling.get(worker);
    if (!batch || batch.conversations.length === 0) return;
    filling.delete(worker);
    const prepared = pool.prepare(batch.conversations, worker);
    const before = lastWrite;
    const written = (async () => {
      const ready = await prepared;
      await before;
      await write(ready);
    })();
    lastWrite = written;
    // A failure is met by whoever waits next; until then it must not count as unhandled.
    written.catch(() => undefined);
    onTheWay.push(written);
    while (onTheWay.length > MAX_BATCHES_ON_THE_WAY) await onTheWay.shift();
  }

  return {
    async add(conversation) {
      const worker = conversation.part === undefined ? undefined : pool.workerFor(conversation.externalId);
      const batch = filling.get(worker) ?? { conversations: [], messages: 0, chars: 0 };
      filling.set(worker, batch);
      batch.conversations.push(conversation);
      batch.messages += conversation.messages.length;
      for (const message of conversation.messages) batch.chars += message.text.length;
      tally.addMessages(conversation.messages.length);
      if (batch.messages >= BATCH_MESSAGES || batch.chars >= BATCH_CHARS) await send(worker);
    },
    async finish() {
      for (const worker of [...filling.keys()]) await send(worker);
      for (const written of onTheWay.splice(0)) await written;
    },
  };
}
