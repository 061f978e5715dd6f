// The first message and the parts of an Intercom conversation.
import type { Role } from "../../../core/domain.ts";
import type { SourceConversationFields } from "../../../core/source-conversation.ts";
import type { ItemSink, RecordAt } from "../../item-sink.ts";
import { memberOf, textOf } from "../../json/members.ts";
import { htmlToText } from "../../text/html-to-text.ts";
import { createTimeParser } from "../../time/parse-time.ts";

const ROLES: Readonly<Record<string, Role>> = {
  user: "customer",
  lead: "customer",
  contact: "customer",
  visitor: "customer",
  admin: "agent",
  team: "agent",
  bot: "bot",
};
const SENT_BY_ITSELF = new Set(["automated", "campaigns_initiated", "operator_initiated"]);

const parseTime = createTimeParser({ timeZone: "UTC", dayFirst: true });

/** The message that began the conversation. */
export function readSource(
  entry: unknown,
  fields: SourceConversationFields,
  record: RecordAt,
  sink: ItemSink,
): void {
  const source = memberOf(entry, "source");
  const isAutomatic = SENT_BY_ITSELF.has(textOf(memberOf(source, "delivered_as")) ?? "");
  const id = textOf(memberOf(source, "id"));
  readBody(source, fields, record, sink, {
    id: id === undefined ? undefined : `source-${id}`,
    sentAt: memberOf(entry, "created_at"),
    isAutomatic,
  });
}

/** One part; those without text and internal notes are skipped. */
export function readPart(
  part: unknown,
  fields: SourceConversationFields,
  record: RecordAt,
  sink: ItemSink,
): void {
  const type = textOf(memberOf(part, "part_type")) ?? "comment";
  if (type.startsWith("note")) {
    sink.skip("internal-note", record.place);
    return;
  }
  const isAutomatic = memberOf(part, "author", "from_ai_agent") === true;
  readBody(part, fields, record, sink, {
    id: textOf(memberOf(part, "id")),
    sentAt: memberOf(part, "created_at"),
    isAutomatic,
  });
}

function readBody(
  holder: unknown,
  fields: SourceConversationFields,
  record: RecordAt,
  sink: ItemSink,
  given: { readonly id: string | undefined; readonly sentAt: unknown; readonly isAutomatic: boolean },
): void {
  const text = htmlToText(textOf(memberOf(holder, "body")) ?? "");
  if (text.trim() === "") {
    sink.skip("no-text", record.place);
    return;
  }
  const authorType = textOf(memberOf(holder, "author", "type")) ?? "";
  const role = ROLES[authorType];
  if (role === undefined) {
    sink.reject("unknown-role", record, {
      field: "author.type",
      expected: `one of ${Object.keys(ROLES).join(", ")}`,
    });
    return;
  }
  const sentMs = parseTime(given.sentAt);
  if (sentMs === undefined) {
    sink.reject("bad-time", record, { field: "created_at", expected: "seconds since 1970" });
    return;
  }
  const authorId = textOf(memberOf(holder, "author", "id"));
  const name = textOf(memberOf(holder, "author", "name"));
  const message = sink.check(
    {
      ...(given.id === undefined ? {} : { externalId: given.id }),
      sentAt: new Date(sentMs).toISOString(),
      participant: {
        role: given.isAutomatic && role === "agent" ? "bot" : role,
        ...(authorId === undefined ? {} : { id: authorId }),
        ...(name === undefined ? {} : { name }),
      },
      text,
      place: record.place,
    },
    record,
  );
  if (message !== undefined) sink.message(fields, message);
}
