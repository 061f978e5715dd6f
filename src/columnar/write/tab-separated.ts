// Pure: rows of messages and utterances as tab-separated values, which the engine takes in half of the time of JSON and which
// are half as long; and back again, for the rows of conversations that exist and have to be compared.

/** `column` in the text form of ClickHouse's TabSeparated; the kinds are how a value is read back. */
type Kind = "text" | "number" | "list";

const MESSAGE_KINDS = {
  workspace: "text",
  day: "text",
  conversation_id: "text",
  channel: "text",
  source: "text",
  message_id: "text",
  position: "number",
  sent_at: "text",
  role: "text",
  participant: "text",
  text: "text",
  redaction_starts: "list",
  redaction_ends: "list",
  redaction_types: "list",
  bot_node: "text",
  reply_to: "text",
  duration_ms: "number",
  row_hash: "text",
  import_id: "text",
  version: "number",
} as const satisfies Readonly<Record<string, Kind>>;

const UTTERANCE_KINDS = {
  workspace: "text",
  day: "text",
  conversation_id: "text",
  channel: "text",
  source: "text",
  language: "text",
  version: "number",
  message_id: "text",
  position: "number",
  sent_at: "text",
  role: "text",
  span_start: "number",
  span_end: "number",
  normalised: "text",
} as const satisfies Readonly<Record<string, Kind>>;

const KINDS: Readonly<Record<"messages" | "utterances", Readonly<Record<string, Kind>>>> = {
  messages: MESSAGE_KINDS,
  utterances: UTTERANCE_KINDS,
};

/** The columns of an encoded row, in their order; all others are left to their defaults. */
export const ENCODED_COLUMNS = {
  messages: Object.keys(MESSAGE_KINDS),
  utterances: Object.keys(UTTERANCE_KINDS),
} as const;

const SPECIAL = /[\\\t\n\r\0]/;
const ALL_SPECIAL = /[\\\t\n\r\0]/g;
const ESCAPED: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
  "\0": "\\0",
};
const UNESCAPED: Readonly<Record<string, string>> = { t: "\t", n: "\n", r: "\r", "0": "\0" };

/** A text as a value between tabs. */
export function escapeValue(text: string): string {
  return SPECIAL.test(text) ? text.replace(ALL_SPECIAL, (sign) => ESCAPED[sign] ?? sign) : text;
}

function unescapeValue(value: string): string {
  return value.includes("\\")
    ? value.replace(/\\(.)/gs, (_, sign: string) => UNESCAPED[sign] ?? sign)
    : value;
}

function readValue(value: string, kind: Kind): unknown {
  if (kind === "text") return unescapeValue(value);
  // Lists hold numbers and the names of types, in which nothing is escaped.
  return kind === "number" ? Number(value) : JSON.parse(value.replaceAll("'", '"'));
}

/** Rows as objects, out of lines that `escapeValue` and tabs made in the order of `ENCODED_COLUMNS`. */
export function parseLines<Row>(table: "messages" | "utterances", lines: string): Row[] {
  const columns = Object.entries(KINDS[table]);
  const rows: Row[] = [];
  for (const line of lines.split("\n")) {
    if (line === "") continue;
    const values = line.split("\t");
    const row: Record<string, unknown> = {};
    for (const [index, [name, kind]] of columns.entries()) row[name] = readValue(values[index] ?? "", kind);
    rows.push(row as Row);
  }
  return rows;
}
