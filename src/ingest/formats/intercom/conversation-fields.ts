// What an Intercom conversation says of itself as a whole.
import type { AttributeValue, Channel } from "../../../core/domain.ts";
import type { SourceConversationFields } from "../../../core/source-conversation.ts";
import { listOf, memberOf, objectOf, textOf } from "../../json/members.ts";

const CHANNELS: Readonly<Record<string, Channel>> = {
  conversation: "web",
  chat: "web",
  email: "email",
  facebook: "social",
  instagram: "social",
  twitter: "social",
  whatsapp: "social",
  sms: "sms",
  phone_call: "voice",
  phone_switch: "voice",
  push: "mobile",
};

export function conversationFields(entry: unknown, externalId: string): SourceConversationFields {
  const customer = textOf(memberOf(listOf(memberOf(entry, "contacts", "contacts"))?.[0], "id"));
  const sourceType = textOf(memberOf(entry, "source", "type"));
  const attributes = conversationAttributes(entry);
  return {
    externalId,
    channel: CHANNELS[sourceType ?? ""] ?? "web",
    ...(customer === undefined ? {} : { customer: { id: customer } }),
    ...(memberOf(entry, "state") === "closed" ? { outcome: "resolved" as const } : {}),
    ...(Object.keys(attributes).length === 0 ? {} : { attributes }),
  };
}

function conversationAttributes(entry: unknown): Record<string, AttributeValue> {
  const attributes: Record<string, AttributeValue> = {};
  const put = (name: string, value: unknown) => {
    if (typeof value === "number" && Number.isFinite(value)) attributes[name] = { kind: "number", value };
    else if (typeof value === "boolean") attributes[name] = { kind: "boolean", value };
    else if (typeof value === "string" && value !== "" && name !== "__proto__")
      attributes[name] = { kind: "text", value: value.slice(0, 2000) };
  };
  put("priority", memberOf(entry, "priority"));
  put("delivered_as", memberOf(entry, "source", "delivered_as"));
  put("rating", memberOf(entry, "conversation_rating", "rating"));
  const tags = (listOf(memberOf(entry, "tags", "tags")) ?? []).flatMap(
    (tag) => textOf(memberOf(tag, "name")) ?? [],
  );
  put("tags", tags.join(", "));
  for (const [name, value] of Object.entries(objectOf(memberOf(entry, "custom_attributes")) ?? {}).slice(
    0,
    100,
  ))
    put(name, value);
  return attributes;
}
