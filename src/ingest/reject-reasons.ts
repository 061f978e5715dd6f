// Every reason for which a record is set aside, with what was expected and what to do. One catalogue, so that the words
// are the same in every format, on the command line, over HTTP and in docs/formats.md.

export const REJECT_REASONS = {
  "bad-json": {
    expected: "one complete JSON value",
    advice: "Mend the JSON at this place; a cut-off export often ends in the middle of a record.",
  },
  "not-an-object": {
    expected: "a JSON object",
    advice: "Each record must be an object with named fields.",
  },
  "bad-csv": {
    expected: "as many columns as the header names, with quotes closed",
    advice: "Look for a stray quote or separator in this record.",
  },
  "bad-row": { expected: "a row that can be decoded", advice: "Write the file again from its source." },
  "missing-field": { expected: "a value", advice: "Fill the field in, or map another column to it." },
  "bad-time": {
    expected: "a time like 2026-03-05T14:30:00Z, or seconds or milliseconds since 1970",
    advice: "Correct the time; if day and month are swapped, set dayFirst in the mapping or --day-first.",
  },
  "unknown-role": {
    expected: "a speaker that the mapping's roles name",
    advice: 'Add the value to `roles` in the mapping, or `"*"` for all that are not named.',
  },
  "empty-text": {
    expected: "a text",
    advice: "Leave the record out, or map the column that holds the text.",
  },
  "text-too-long": {
    expected: "a text of at most 1,000,000 characters",
    advice: "Split the message, or cut attachments and quoted threads out of it.",
  },
  "line-too-long": {
    expected: "a line within the limit (16 MiB by default)",
    advice: "Check that the file has line ends and that its format was recognised rightly.",
  },
  "record-too-large": {
    expected: "a record within the limit (64 MiB by default)",
    advice: "Split the record, or name where the rows lie with `rows` in the mapping.",
  },
  "no-messages": {
    expected: "a conversation with at least one message",
    advice: "Leave it out; there is nothing in it to read.",
  },
  "bad-conversation": {
    expected: "the parts that this format requires",
    advice: "Compare the record with the format's example in `parlance formats`.",
  },
  "unexpected-text": {
    expected: "nothing after the end of the document, and records in the form of this format",
    advice: "Remove what does not belong here, or name the format with --format.",
  },
} as const satisfies Record<string, { readonly expected: string; readonly advice: string }>;

export type RejectReason = keyof typeof REJECT_REASONS;
