// Lines of a WhatsApp chat to messages: gathers texts of several lines, cuts the chat into conversations, gives roles.

import type { SourceConversationFields } from "../../../core/source-conversation.ts";
import type { ItemSink, RecordAt } from "../../item-sink.ts";
import type { Line } from "../../text/split-lines.ts";
import { judgeDayOrder } from "../../time/day-order.ts";
import { createTimeParser } from "../../time/parse-time.ts";
import type { FormatInput } from "../format.ts";
import { documentId } from "../read-documents.ts";
import { chatRoles } from "./chat-roles.ts";
import { cleanText, emptinessOf, parseLine } from "./parse-line.ts";

const SILENCE_MS = 24 * 3_600_000;

type OpenMessage = {
  readonly line: number;
  readonly time: string;
  readonly author: string;
  lines: string[];
  text: string;
  isTooLong: boolean;
};

export type ChatReader = { line(line: Line): void; end(): void };

export function chatReader(input: FormatInput, sink: ItemSink): ChatReader {
  const { options } = sink;
  const chat = chatName(input.name);
  const headLines = input.head.text.split(/\r\n|\n|\r/);
  const roles = chatRoles(headLines, options.mapping?.roles);
  const isTwelveHours = headLines.some((line) => /\d\s?[ap]\.?\s?m\b/i.test(line.slice(0, 40)));
  const order = judgeDayOrder(
    headLines.filter((line) => parseLine(line).kind !== "continuation").map((line) => line.slice(0, 30)),
    !isTwelveHours,
  );
  const given = options.mapping?.dayFirst ?? options.dayFirst;
  const parseTime = createTimeParser({
    timeZone: options.mapping?.timeZone ?? options.timeZone,
    dayFirst: given ?? order.dayFirst,
  });
  let open: OpenMessage | undefined;
  let lastMs: number | undefined;
  let conversation: SourceConversationFields | undefined;

  function close(): void {
    if (open === undefined) return;
    const { line, time, author, lines } = open;
    const record: RecordAt = { place: { file: sink.file, line }, raw: () => lines.join("\n") };
    const text = cleanText(open.text);
    const { isTooLong } = open;
    open = undefined;
    if (isTooLong) {
      sink.reject("text-too-long", record, { field: "text" });
      return;
    }
    const sentMs = parseTime(time);
    if (sentMs === undefined) {
      sink.reject("bad-time", record, { field: "time" });
      return;
    }
    const emptiness = emptinessOf(text);
    if (emptiness !== undefined || text === "") {
      sink.skip(emptiness ?? "no-text", record.place);
      return;
    }
    const role = roles.roleOf(author);
    if (role === undefined) {
      sink.reject("unknown-role", record, { field: "author" });
      return;
    }
    warnAssumptions(record);
    const message = sink.check(
      {
        sentAt: new Date(sentMs).toISOString(),
        participant: { role, id: author, name: author },
        text,
        place: record.place,
      },
      record,
    );
    if (message !== undefined) sink.message(conversationAt(sentMs), message);
  }

  function conversationAt(sentMs: number): SourceConversationFields {
    if (conversation === undefined || lastMs === undefined || sentMs - lastMs > SILENCE_MS) {
      conversation = {
        externalId: `${chat}@${new Date(sentMs).toISOString()}`,
        channel: options.defaultChannel ?? "social",
      };
    }
    lastMs = lastMs === undefined ? sentMs : Math.max(lastMs, sentMs);
    return conversation;
  }

  function warnAssumptions({ place }: RecordAt): void {
    sink.warn(
      "zone-missing",
      place,
      `Times name no zone; they were taken as ${options.mapping?.timeZone ?? options.timeZone}. Set --time-zone if that is wrong.`,
    );
    if (roles.assumption !== undefined) sink.warn("roles-assumed", place, roles.assumption);
    if (given === undefined && !order.isCertain) {
      sink.warn(
        "day-order-assumed",
        place,
        `Dates do not show whether day or month comes first; ${order.dayFirst ? "the day" : "the month"} was assumed. Set --day-first or --month-first.`,
      );
    }
  }

  return {
    line({ number, text }) {
      const parsed = parseLine(text);
      if (parsed.kind === "continuation") {
        if (open !== undefined) append(open, text, options.limits.maxTextChars);
        else if (text.trim() !== "")
          sink.reject("unexpected-text", { place: { file: sink.file, line: number }, raw: () => text });
        return;
      }
      close();
      if (parsed.kind === "notice") sink.skip("notice", { file: sink.file, line: number });
      else
        open = {
          line: number,
          time: parsed.time,
          author: parsed.author,
          lines: [text],
          text: parsed.text,
          isTooLong: false,
        };
    },
    end: close,
  };
}

/** In the zip that a phone makes every chat is called `_chat.txt`; the archive's name tells them apart. */
function chatName(file: string): string {
  const name = documentId(file, 0);
  const archive = file.split("!/").at(-2);
  return name === "_chat" && archive !== undefined ? documentId(archive.replace(/\.zip$/i, ""), 0) : name;
}

/** Past the limit nothing more is kept: the message is set aside as too long anyway. */
function append(open: OpenMessage, text: string, maxChars: number): void {
  if (open.isTooLong) return;
  open.lines.push(text);
  open.text += `\n${text}`;
  open.isTooLong = open.text.length > maxChars;
}
