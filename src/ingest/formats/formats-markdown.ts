// docs/formats.md, printed from the formats themselves and from the catalogue of reject reasons.
import { CANONICAL_MESSAGE } from "../mapping/canonical.ts";
import { CONVERSATION_FIELDS, MAPPING_SHAPES, MESSAGE_FIELDS } from "../mapping/mapping.ts";
import { DEFAULT_LIMITS } from "../read-options.ts";
import { REJECT_REASONS } from "../reject-reasons.ts";
import type { Format } from "./format.ts";
import { FORMATS } from "./registry.ts";

const MIB = 1024 * 1024;

/** The whole document as Markdown. */
export function formatsMarkdown(): string {
  const list = table(
    ["id", "format", "reads", "endings", "channel"],
    FORMATS.map((format) => [
      `\`${format.id}\``,
      format.name,
      format.summary,
      format.extensions.join(" "),
      format.defaultChannel,
    ]),
  );
  return `<!-- Printed from code by \`npm run docs\`; change it there. -->

# Formats

\`parlance import\` recognises a file by its content; the reason is shown, and \`--format\` overrides it. The channel in the
table is used where the source names none.

${list}

${FORMATS.map(section).join("\n\n")}

${MAPPING_TEXT}

${OPENING_TEXT}

## What is set aside, and why

A record that cannot be used is set aside with its file, its line or path, the field, what was expected and what to do; all
other records go in. Nothing of its text is kept but the checksum, so that \`parlance rejects\` can find it in the original.

${table(
  ["reason", "expected", "what to do"],
  Object.entries(REJECT_REASONS).map(([reason, { expected, advice }]) => [`\`${reason}\``, expected, advice]),
)}
`;
}

function section(format: Format): string {
  const fields = table(
    ["from", "to"],
    format.fields.map(({ from, to }) => [from, to]),
  );
  const notes = format.notes.map((note) => `- ${note}`).join("\n");
  return `## ${format.name}

${format.summary}

\`\`\`
${format.example}
\`\`\`

${fields}

${notes}`;
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(header), `|${"---|".repeat(header.length)}`, ...rows.map(line)].join("\n");
}

const MAPPING_TEXT = `## Mapping files

CSV, JSON, JSON Lines and Parquet are read through a mapping. Without \`--map\` it is guessed from the first rows and shown;
\`--dry-run\` shows it without importing. Shapes: ${MAPPING_SHAPES.map((shape) => `\`${shape}\``).join(", ")}.

\`\`\`json
${JSON.stringify({ ...CANONICAL_MESSAGE, roles: { visitor: "customer", "*": "agent" } }, null, 2)}
\`\`\`

- \`fields\` of the conversation: ${CONVERSATION_FIELDS.map((field) => `\`${field}\``).join(", ")}.
- \`fields\` of a message: ${MESSAGE_FIELDS.map((field) => `\`${field}\``).join(", ")}. In \`turns-in-conversation\` they are
  looked up in each element of the list named by \`turns\`; otherwise in the row.
- A column is a name, or a path with dots into nested objects. \`.\` is the value itself (turns that are plain texts), \`$key\`
  the name of a record that is a member of an object.
- \`rows\` says where the rows of a JSON document lie: the empty text for the document itself, \`*\` for the elements of its top
  list or object, \`data.items.*\` for those of a list inside.
- \`roles\`, \`channels\` and \`outcomes\` turn a source's words into ours; \`*\` stands for all that are not named. Common words
  (user, assistant, visitor, operator, whatsapp, phone, solved …) need no entry.
- \`rolesInTurn\` gives roles by position where no column says who speaks.
- In \`conversation-per-row\` the text is a whole transcript: it is split where a speaker's word stands before a colon
  (\`Customer:\`, \`Agent:\`; or the words under \`speakers\`). A text without any is one message, such as a review.
- Without \`conversationId\` each row is a conversation of its own, named by the file and its place in it.
- \`attributes\` lists columns to keep on the conversation, with a name and a type (text, number, boolean, time). A column
  that ends in \`.*\` takes all members of that object. Columns that look personal are left out of a guess.
- \`timeZone\` and \`dayFirst\` are used for this source's times, over those of the command.

### Times

Understood are ISO 8601, seconds, milliseconds, microseconds and nanoseconds since 1970, RFC 2822, and dates with slashes,
dots or dashes, 12 or 24 hours. A time without a zone is taken in \`--time-zone\` (UTC by default), with one warning a file. A
time more than a day ahead of the clock is kept, with a warning. Impossible dates are set aside.

A source without any time gets one that is the same on every run: each conversation starts on the day on which the file was
last modified, 00:00 UTC, or at \`--assume-start\`, and its messages follow one second apart by position (by the column mapped
to \`position\`, if there is one). One warning a file says so.`;

const OPENING_TEXT = `## How files are opened

- Files, folders (hidden files and \`__MACOSX\` left out), patterns and \`-\` for standard input.
- gzip, Zstandard and zip are opened on the way, recognised by their first bytes. A packed file inside a zip is opened too;
  deeper nesting is refused.
- Nothing is unpacked to disk. An archive with a path that leads out of it is refused as a whole; so is one that unpacks to
  more than ${DEFAULT_LIMITS.maxUnpackRatio} times its size (past 64 MiB) or ${DEFAULT_LIMITS.maxUnpackedBytes / 1024 ** 3} GiB. What was read before such a limit stays.
- From a truncated archive everything before the cut is imported, then the file ends with an error. The other files are read
  all the same.
- Encodings: UTF-8, UTF-16 (either order, with or without a mark). A line that is not UTF-8 is read as Windows-1252, with one
  warning a file. Line ends may be LF, CRLF, CR or a mix.
- A line may have ${DEFAULT_LIMITS.maxLineChars / MIB} Mi characters, a record of a JSON document ${DEFAULT_LIMITS.maxRecordChars / MIB} Mi, a message ${DEFAULT_LIMITS.maxTextChars.toLocaleString("en-US")}; what is longer is set aside.
- Messages of one conversation may stand anywhere in a file. Up to 200,000 messages are held to bring them together; past
  that the conversation untouched longest is let go, and what comes later of it is added to it.
- A conversation is put in order by its messages' times; messages of one time keep the order of the source.
- Messages of one conversation with the same id are one: the one that stands later stays, the others are counted as
  duplicates. Where messages have no ids, equal ones (speaker, time and text) are told apart by how many came before.
- The checksum of a record of CSV is over its lines joined by LF; of a row of Parquet over its JSON form; of a record cut out
  of a JSON document over its text, or its one-line form when it spans lines.`;
