// The part of a compiled mapping that says what a row tells of its conversation as a whole.
import type { Attributes, AttributeValue, Channel, Outcome } from "../../core/domain.ts";
import type { SourceConversationFields } from "../../core/source-conversation.ts";
import type { ItemSink, RecordAt } from "../item-sink.ts";
import { createTimeParser } from "../time/parse-time.ts";
import { type ColumnReader, compileColumn, type SourceRow, scalarText } from "./column.ts";
import type { ConversationField, Mapping } from "./mapping.ts";
import { type MappingContext, rowId } from "./mapping-context.ts";
import { CHANNELS_BY_WORD, OUTCOMES_BY_WORD, valueReader } from "./value-words.ts";

export type ConversationReader = (row: SourceRow, record: RecordAt) => SourceConversationFields | undefined;

type Fields = {
  externalId: string;
  channel?: Channel;
  language?: string;
  customer?: { id?: string; name?: string };
  outcome?: Outcome;
  attributes?: Attributes;
};

/** The reader gives undefined when it has put a reject into the sink instead. */
export function compileConversation(mapping: Mapping, { sink, channel }: MappingContext): ConversationReader {
  const column = (field: ConversationField): ColumnReader | undefined => {
    const name = mapping.fields[field];
    return name === undefined ? undefined : compileColumn(name);
  };
  const readId = column("conversationId");
  const readChannel = column("channel");
  const readOutcome = column("outcome");
  const readLanguage = column("language");
  const readCustomerId = column("customerId");
  const readCustomerName = column("customerName");
  const readAttributes = attributeReader(mapping, sink);
  const toChannel = valueReader(mapping.channels, CHANNELS_BY_WORD);
  const toOutcome = valueReader(mapping.outcomes, OUTCOMES_BY_WORD);

  return (row, record) => {
    const { value } = row;
    const id = readId === undefined ? rowId(sink.file, row) : scalarText(readId(value, row));
    if (id === undefined) {
      sink.reject("missing-field", record, {
        field: mapping.fields.conversationId ?? "conversationId",
        expected: "the id of the conversation",
      });
      return undefined;
    }
    const fields: Fields = { externalId: id, channel };
    const channelValue = readChannel === undefined ? undefined : scalarText(readChannel(value, row));
    if (channelValue !== undefined) {
      const known = toChannel(channelValue);
      if (known !== undefined) fields.channel = known;
      else
        sink.warn(
          "unknown-channel",
          record.place,
          `A channel is not known; it was taken as ${channel}. Name it under channels in the mapping.`,
        );
    }
    const outcomeValue = readOutcome === undefined ? undefined : scalarText(readOutcome(value, row));
    if (outcomeValue !== undefined) {
      const known = toOutcome(outcomeValue);
      if (known !== undefined) fields.outcome = known;
      else
        sink.warn(
          "unknown-outcome",
          record.place,
          "An outcome is not known and was left out. Name it under outcomes in the mapping.",
        );
    }
    const language = readLanguage === undefined ? undefined : scalarText(readLanguage(value, row));
    if (language !== undefined && language.length <= 35)
      fields.language = language.toLowerCase().split(/[-_]/)[0] ?? language;
    const customerId = readCustomerId === undefined ? undefined : scalarText(readCustomerId(value, row));
    const customerName =
      readCustomerName === undefined ? undefined : scalarText(readCustomerName(value, row));
    if (customerId !== undefined || customerName !== undefined) {
      fields.customer = {
        ...(customerId === undefined ? {} : { id: customerId }),
        ...(customerName === undefined ? {} : { name: customerName }),
      };
    }
    if (readAttributes !== undefined) readAttributes(fields, row, record);
    return fields;
  };
}

function attributeReader(mapping: Mapping, sink: ItemSink) {
  const spread = mapping.attributes.find(({ column }) => column.endsWith(".*"));
  const columns = mapping.attributes
    .filter((attribute) => attribute !== spread)
    .map(({ column, name, type }) => ({ read: compileColumn(column), name, type }));
  if (columns.length === 0 && spread === undefined) return undefined;
  const readSpread = spread === undefined ? undefined : compileColumn(spread.column.slice(0, -2));
  const parseTime = createTimeParser({
    timeZone: mapping.timeZone ?? sink.options.timeZone,
    dayFirst: mapping.dayFirst ?? sink.options.dayFirst ?? true,
  });
  return (fields: Fields, row: SourceRow, record: RecordAt): void => {
    const attributes: Record<string, AttributeValue> = {};
    let isEmpty = true;
    const put = (name: string, found: unknown, type: AttributeValue["kind"]) => {
      if (found === undefined || found === null || found === "" || name === "__proto__") return;
      const value = toAttribute(found, type, parseTime);
      if (value === undefined) {
        sink.warn(
          `attribute:${name}`,
          record.place,
          `Values of the attribute ${name} that are no ${type} were left out.`,
        );
        return;
      }
      attributes[name] = value;
      isEmpty = false;
    };
    for (const { read, name, type } of columns) put(name, read(row.value, row), type);
    const members = readSpread?.(row.value, row);
    if (members !== null && typeof members === "object") {
      for (const [name, found] of Object.entries(members).slice(0, 200))
        put(name.slice(0, 200), found, kindOf(found));
    }
    if (!isEmpty) fields.attributes = attributes;
  };
}

function kindOf(value: unknown): AttributeValue["kind"] {
  return typeof value === "number" ? "number" : typeof value === "boolean" ? "boolean" : "text";
}

const TRUE_WORDS = new Set(["true", "yes", "y", "1", "t"]);
const FALSE_WORDS = new Set(["false", "no", "n", "0", "f"]);

/** A value as an attribute of the wanted type, or undefined when it is none. Texts keep at most 2,000 characters. */
export function toAttribute(
  value: unknown,
  type: AttributeValue["kind"],
  parseTime: (value: unknown) => number | undefined,
): AttributeValue | undefined {
  switch (type) {
    case "text": {
      const text =
        scalarText(value) ??
        (Array.isArray(value) ? value.map(scalarText).filter(Boolean).join(", ") : undefined);
      return text === undefined || text === ""
        ? undefined
        : { kind: "text", value: text.slice(0, 2000).toWellFormed() };
    }
    case "number": {
      const number = typeof value === "string" && value.trim() === "" ? Number.NaN : Number(value);
      return Number.isFinite(number) ? { kind: "number", value: number } : undefined;
    }
    case "boolean": {
      const word = String(value).trim().toLowerCase();
      return TRUE_WORDS.has(word)
        ? { kind: "boolean", value: true }
        : FALSE_WORDS.has(word)
          ? { kind: "boolean", value: false }
          : undefined;
    }
    case "time": {
      const ms = parseTime(value);
      return ms === undefined ? undefined : { kind: "time", value: new Date(ms).toISOString() };
    }
  }
}
