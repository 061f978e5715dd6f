// One line of a WhatsApp text export: the beginning of a message, a notice of the app, or the continuation of a text.

export type WhatsAppLine =
  | { readonly kind: "message"; readonly time: string; readonly author: string; readonly text: string }
  | { readonly kind: "notice"; readonly time: string }
  | { readonly kind: "continuation" };

const DATE = String.raw`(\d{1,4}[./-]\d{1,2}[./-]\d{1,4})`;
const TIME = String.raw`(\d{1,2}[:.]\d{2}(?:[:.]\d{2})?)(?:\s?([ap])\.?\s?m\b\.?)?`;
const BRACKETED = new RegExp(String.raw`^\[${DATE},?\s+${TIME}\]\s?(.*)$`, "is");
const DASHED = new RegExp(String.raw`^${DATE},?\s+${TIME}\s+[-–]\s(.*)$`, "is");
const MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** The author ends at the first colon that a space or the end of the line follows. */
const AUTHOR = /^([^\n]{1,100}?):(?:\s(.*))?$/s;

/** What the app itself says under the chat's or a person's name. */
const NOTICE_TEXT =
  /end-to-end encrypt|^messages you send to this|security code (?:with .* )?changed|changed (?:the|this) (?:subject|group|phone number)|created (?:the |this )?group|disappearing messages/i;

/** `time` is the date and time as one text, for the time parser. */
export function parseLine(line: string): WhatsAppLine {
  const plain = line.replaceAll(MARKS, "");
  const match = BRACKETED.exec(plain) ?? DASHED.exec(plain);
  if (match === null) return { kind: "continuation" };
  const half = match[3] === undefined ? "" : ` ${match[3].toLowerCase()}m`;
  const time = `${match[1]}, ${match[2]?.replaceAll(".", ":")}${half}`;
  const rest = match[4] ?? "";
  const author = AUTHOR.exec(rest);
  if (author === null || NOTICE_TEXT.test(author[2] ?? "")) return { kind: "notice", time };
  return { kind: "message", time, author: (author[1] ?? "").trim(), text: author[2] ?? "" };
}

const MEDIA =
  /^(?:<(?:media omitted|attached: [^>]*|archivo omitido|multimedia omitido|medien ausgeschlossen|médias omis|mídia oculta|media weggelaten|file omesso|media omessi)>|(?:image|video|audio|gif|sticker|document|contact card|photo) omitted|[^\n]{1,120} \(file attached\)|null|missed (?:voice|video) call.*)$/i;
const DELETED = /^(?:this message was deleted|you deleted this message|message deleted)\.?$/i;
const EDITED = /\s*<this message was edited>\s*$/i;

/** Why a text says nothing: a picture that was left out, or a message taken back. */
export function emptinessOf(text: string): "media" | "deleted" | undefined {
  const plain = text.replaceAll(MARKS, "").trim();
  if (MEDIA.test(plain)) return "media";
  return DELETED.test(plain) ? "deleted" : undefined;
}

/** The text as it was written: without direction marks at its ends and the app's remark that it was edited. */
export function cleanText(text: string): string {
  return text
    .replace(/^[\u200e\u200f\u202a-\u202e]+/, "")
    .replace(EDITED, "")
    .trim();
}
