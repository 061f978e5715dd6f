// A first look at a file that is not imported yet, for the workbench: its format, its mapping, its first conversations.
import { AppError } from "../core/errors.ts";
import type { SourceConversation } from "../core/source-conversation.ts";
import type { FormatInput } from "./formats/format.ts";
import { detectFormat, formatById } from "./formats/registry.ts";
import { groupConversations } from "./group/group-conversations.ts";
import type { MappingGuess } from "./mapping/guess-mapping.ts";
import { headOf } from "./open/open-head.ts";
import type { ReadWarning, Reject } from "./read-item.ts";
import { type ReadOptions, readOptions } from "./read-options.ts";

export type PreviewOptions = Partial<Omit<ReadOptions, "limits" | "onMapping">> & {
  readonly format?: string;
  /** Whether `bytes` is the whole file. Default: no; a record cut off at the end is then not shown as a reject. */
  readonly isWhole?: boolean;
  readonly maxConversations?: number;
};

export type Preview = {
  readonly format: string;
  readonly reason: string;
  readonly isMapped: boolean;
  /** Absent when the format needs none, or when it was given. */
  readonly mapping?: MappingGuess;
  readonly conversations: readonly SourceConversation[];
  readonly rejects: readonly Reject[];
  readonly warnings: readonly ReadWarning[];
};

const MAX_SHOWN = 20;

/**
 * `bytes` are the first of the file (unpacked), a few hundred KiB are enough. Nothing is stored. The conversations hold
 * raw texts: they go to the person who holds the file and nowhere else.
 * Throws `FORMAT_UNKNOWN`, and `MAPPING_INVALID` when no column looks like text.
 */
export async function previewInput(
  bytes: Uint8Array,
  name: string,
  given: PreviewOptions = {},
): Promise<Preview> {
  const isWhole = given.isWhole ?? false;
  const head = headOf(name, bytes, isWhole);
  const found =
    given.format === undefined
      ? detectFormat(head)
      : { format: formatById(given.format), reason: "it was named" };
  if (found === undefined) throw new AppError("FORMAT_UNKNOWN", { file: name });
  let mapping: MappingGuess | undefined;
  const options = readOptions({ ...given, onMapping: (guess) => (mapping = guess) });
  const input: FormatInput = { name, head, bytes: oneChunk(bytes) };
  const limit = given.maxConversations ?? MAX_SHOWN;
  const conversations: SourceConversation[] = [];
  const rejects: Reject[] = [];
  const warnings: ReadWarning[] = [];
  for await (const item of groupConversations(found.format.read(input, options))) {
    if (item.kind === "conversation" && conversations.length < limit) conversations.push(item.conversation);
    else if (item.kind === "reject" && rejects.length < limit) rejects.push(item.reject);
    else if (item.kind === "warning") warnings.push(item.warning);
  }
  if (!isWhole && rejects.length > 0 && rejects.length < limit) rejects.pop();
  return {
    format: found.format.id,
    reason: found.reason,
    isMapped: found.format.isMapped,
    ...(mapping === undefined ? {} : { mapping }),
    conversations,
    rejects,
    warnings,
  };
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield bytes;
}
