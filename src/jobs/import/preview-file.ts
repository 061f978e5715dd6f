// Looks at the head of a file and stores nothing: format, mapping, columns and the first conversations, all redacted.
import { detectFormats } from "../../ingest/formats/registry.ts";
import { type SampleColumn, sampleColumns } from "../../ingest/mapping/sample-columns.ts";
import { headOf } from "../../ingest/open/open-head.ts";
import { previewInput } from "../../ingest/preview.ts";
import { createPreparer } from "../../prepare/prepare-conversation.ts";
import { type FileDescription, readOptionsFor, sourceOf } from "./file-reading.ts";
import { findPreparerOptions, type ImportServices } from "./record-import.ts";

const SHOWN_CONVERSATIONS = 5;
const SHOWN_MESSAGES = 12;
const SHOWN_EXAMPLES = 3;
const EXAMPLE_CHARS = 80;

/** @throws AppError FORMAT_UNKNOWN, MAPPING_INVALID */
export async function previewFile(
  services: ImportServices,
  file: FileDescription & { readonly head: Uint8Array },
) {
  const read = await readOptionsFor(services, file, { isKept: false });
  let columns: SampleColumn[] = [];
  const preview = await previewInput(file.head, file.name, {
    ...read,
    maxConversations: SHOWN_CONVERSATIONS,
    onSample: (rows) => {
      columns = sampleColumns(rows);
    },
  });
  const preparer = createPreparer(await findPreparerOptions(services, sourceOf(file)));
  return {
    format: preview.format,
    formatReason: preview.reason,
    candidates: detectFormats(headOf(file.name, file.head, false)).map(({ format, score, reason }) => ({
      format: format.id,
      label: format.name,
      score,
      reason,
    })),
    mapping: preview.isMapped ? (preview.mapping?.mapping ?? read.mapping ?? null) : null,
    columns: columns.map(({ name, values }) => ({
      name,
      examples: [...new Set(values)].slice(0, SHOWN_EXAMPLES).map((value) => redactExample(preparer, value)),
    })),
    conversations: preview.conversations.map((conversation) => {
      const { externalId, channel, messages } = preparer.prepare(conversation).conversation;
      return {
        externalId,
        channel,
        messages: messages.slice(0, SHOWN_MESSAGES).map(({ role, sentAt, text }) => ({ role, sentAt, text })),
      };
    }),
    rejects: preview.rejects.map(({ place, reason, field, expected, advice, checksum }) => ({
      place: { file: place.file, line: place.line ?? null, path: place.path ?? null },
      reason,
      field: field ?? null,
      expected,
      advice,
      checksum,
    })),
  };
}

/** A value of a column is redacted like a message: the browser that asks may not be the one that holds the file. */
function redactExample(preparer: ReturnType<typeof createPreparer>, value: string): string {
  const place = { file: "preview" };
  const { conversation } = preparer.prepare({
    externalId: "preview",
    place,
    messages: [{ sentAt: "2000-01-01T00:00:00.000Z", participant: { role: "customer" }, text: value, place }],
  });
  return (conversation.messages[0]?.text ?? "").slice(0, EXAMPLE_CHARS);
}
