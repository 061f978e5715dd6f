// Prepares conversations and encodes their rows. Raw values found in one part of a conversation are remembered, in memory,
// for its later parts.
import { encodeBatch } from "../../columnar/write/encode-batch.ts";
import type { WriteContext } from "../../columnar/write/encoded-batch.ts";
import type { SourceConversation } from "../../core/source-conversation.ts";
import { createPreparer } from "../../prepare/prepare-conversation.ts";
import type { PreparerOptions } from "../../prepare/preparer.ts";
import { createPartMemory } from "./part-memory.ts";
import type { PreparedBatch } from "./prepare-messages.ts";

/** Makes the function that turns conversations as read into rows ready to be written. Pure but for its memory of parts. */
export function createBatchPreparer(
  options: PreparerOptions,
  context: WriteContext,
): (conversations: readonly SourceConversation[]) => PreparedBatch {
  const preparer = createPreparer(options);
  const earlierParts = createPartMemory();

  return (conversations) => {
    let read = 0;
    let duplicates = 0;
    let truncated = 0;
    const prepared = conversations.map((conversation) => {
      const earlier = earlierParts.recall(conversation.externalId);
      const result = preparer.prepare(conversation, earlier);
      if (conversation.part !== undefined) {
        const firstPosition = (earlier?.firstPosition ?? 0) + result.conversation.messages.length;
        earlierParts.remember(conversation.externalId, { known: result.known, firstPosition });
      }
      read += conversation.messages.length;
      duplicates += result.duplicates;
      truncated += result.truncated.length;
      return result.conversation;
    });
    return { batch: encodeBatch(prepared, context), read, duplicates, truncated };
  };
}
