// Between the reader and the store: fills batches, has them prepared on worker threads, writes them in order, and holds
// the reader back while too much is on its way, so that memory stays bounded whatever the input's size.
import type { Columnar } from "../../columnar/columnar.ts";
import { areDisjoint, joinBatches } from "../../columnar/write/join-batches.ts";
import { writeBatch } from "../../columnar/write/write-batch.ts";
import type { SourceConversation } from "../../core/source-conversation.ts";
import type { ImportTally } from "./import-tally.ts";
import type { PreparedBatch } from "./prepare-messages.ts";
import type { PreparePool } from "./prepare-pool.ts";

/** Messages that a worker prepares at a time: small, since they lie in memory twice, as objects and as their copies, and die young. */
const BATCH_MESSAGES = 1_000;
/** Messages in one write: the store pays for each insert with a part a month and table, and with merging them. */
const WRITE_MESSAGES = 16_000;
/** Or so many bytes of rows, where messages are long. */
const WRITE_BYTES = 32 * 1024 * 1024;
/** UTF-16 code units of text in a batch: few long messages fill one as many short ones do. */
const BATCH_CHARS = 500_000;
/** Batches on their way besides the one being filled. */
const MAX_BATCHES_ON_THE_WAY = 16;

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

  let gathered: PreparedBatch[] = [];
  let gatheredMessages = 0;
  let gatheredBytes = 0;

  async function write(): Promise<void> {
    const prepared = gathered;
    gathered = [];
    gatheredMessages = 0;
    gatheredBytes = 0;
    if (prepared.length === 0) return;
    const counts = await writeBatch(columnar, joinBatches(prepared.map(({ batch }) => batch)), {
      tag,
      recheck,
    });
    const duplicates = prepared.reduce((sum, part) => sum + part.duplicates, 0);
    const truncated = prepared.reduce((sum, part) => sum + part.truncated, 0);
    tally.addWritten({ ...counts, duplicate: counts.duplicate + duplicates });
    if (truncated > 0) options.onTruncated(truncated);
    await options.onWritten();
  }

  async function gather(prepared: PreparedBatch): Promise<void> {
    if (!areDisjoint([...gathered, prepared].map(({ batch }) => batch))) await write();
    gathered.push(prepared);
    gatheredMessages += prepared.read;
    gatheredBytes += prepared.batch.messages.bytes.length + prepared.batch.utterances.bytes.length;
    if (gatheredMessages >= WRITE_MESSAGES || gatheredBytes >= WRITE_BYTES) await write();
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
      await gather(ready);
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
      await write();
    },
  };
}
