// The whole way of prepared conversations into the tables, on one thread. Imports encode in workers and call `writeBatch`.
import type { PreparedConversation } from "../../prepare/prepared.ts";
import type { Columnar } from "../columnar.ts";
import { encodeBatch } from "./encode-batch.ts";
import type { WriteContext, WriteCounts } from "./encoded-batch.ts";
import { type WriteOptions, writeBatch } from "./write-batch.ts";

/** Appends conversations or parts of them; repeating it changes nothing. */
export function writeConversations(
  columnar: Columnar,
  context: WriteContext,
  conversations: readonly PreparedConversation[],
  options: WriteOptions = {},
): Promise<WriteCounts> {
  return writeBatch(columnar, encodeBatch(conversations, context), options);
}
