// When a mapped message was sent: the time column, or, where a source has none, a time that is made up in the same way
// on every run: the conversation's start (or the assumed start) and one second for each position.

import type { Place } from "../../core/source-conversation.ts";
import type { RecordAt } from "../item-sink.ts";
import { createTimeParser } from "../time/parse-time.ts";
import { compileColumn, type SourceRow } from "./column.ts";
import type { Mapping } from "./mapping.ts";
import type { MappingContext } from "./mapping-context.ts";

export type MessageClock = {
  /** Start of the row's conversation. Undefined: the row was set aside. Not looked at when each message has a time. */
  base(row: SourceRow, record: RecordAt): number | undefined;
  /** Time of a message, milliseconds since 1970. Undefined: the message was set aside. */
  read(
    value: unknown,
    row: SourceRow,
    record: RecordAt,
    position: number,
    baseMs: number,
  ): number | undefined;
  warnAssumed(place: Place): void;
};

export function messageClock(mapping: Mapping, { sink, assumedStartMs }: MappingContext): MessageClock {
  const { time, startedAt, position: positionField } = mapping.fields;
  const timeZone = mapping.timeZone ?? sink.options.timeZone;
  let zoneMissing = false;
  const parse = createTimeParser({
    timeZone,
    dayFirst: mapping.dayFirst ?? sink.options.dayFirst ?? true,
    onMissingZone: () => {
      zoneMissing = true;
    },
  });
  const readTime = time === undefined ? undefined : compileColumn(time);
  const readStart = startedAt === undefined ? undefined : compileColumn(startedAt);
  const readPosition = positionField === undefined ? undefined : compileColumn(positionField);
  let warnedZone = false;

  function parsed(found: unknown, record: RecordAt, field: string): number | undefined {
    if (found === undefined || found === null || found === "") {
      sink.reject("missing-field", record, { field, expected: "a time" });
      return undefined;
    }
    const ms = parse(found);
    if (ms === undefined) sink.reject("bad-time", record, { field });
    else if (zoneMissing && !warnedZone) {
      warnedZone = true;
      sink.warn(
        "zone-missing",
        record.place,
        `Times name no zone; they were taken as ${timeZone}. Set --time-zone if that is wrong.`,
      );
    }
    return ms;
  }

  const clock: MessageClock = {
    base(row, record) {
      if (readTime !== undefined) return 0;
      return readStart === undefined
        ? assumedStartMs
        : parsed(readStart(row.value, row), record, startedAt ?? "");
    },
    read(value, row, record, position, baseMs) {
      if (readTime !== undefined) return parsed(readTime(value, row), record, time ?? "");
      clock.warnAssumed(record.place);
      const given = readPosition === undefined ? undefined : readPosition(value, row);
      const at = given === undefined || given === null || given === "" ? position : Number(given);
      return baseMs + (Number.isFinite(at) && at >= 0 && at < 1e7 ? at : position) * 1000;
    },
    warnAssumed(place) {
      sink.warn(
        "times-assumed",
        place,
        readStart === undefined && readTime === undefined
          ? `This source names no times. Conversations were taken to start at ${new Date(assumedStartMs).toISOString()}, with one second between messages; choose the start with --assume-start.`
          : "This source names no time for each message; they were set one second apart from the conversation's start.",
      );
    },
  };
  return clock;
}
