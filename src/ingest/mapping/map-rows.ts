// Reads rows through a mapping: the one given, or one guessed from the first rows. The rows looked at for the guess are
// then mapped like all others.
import type { Channel } from "../../core/domain.ts";
import { AppError } from "../../core/errors.ts";
import type { FormatInput } from "../formats/format.ts";
import type { ItemSink } from "../item-sink.ts";
import type { ReadItem } from "../read-item.ts";
import type { SourceRow } from "./column.ts";
import { compileMapping } from "./compile-mapping.ts";
import { guessMapping } from "./guess-mapping.ts";
import type { Mapping } from "./mapping.ts";

export const SAMPLE_ROWS = 300;

export type MapRowsOptions = {
  readonly channel: Channel;
  /** The rows are members of an object, so that their names can be ids. */
  readonly hasKeys?: boolean;
};

/** Throws `MAPPING_INVALID` when no mapping was given and none can be guessed. */
export async function* mapRows(
  batches: AsyncIterable<readonly SourceRow[]>,
  input: FormatInput,
  sink: ItemSink,
  { channel, hasKeys = false }: MapRowsOptions,
): AsyncGenerator<ReadItem, void, undefined> {
  const { options } = sink;
  const context = {
    sink,
    channel: options.defaultChannel ?? channel,
    assumedStartMs: assumedStart(input, options.now, options.assumeStart),
  };
  let map = options.mapping === undefined ? undefined : compileMapping(options.mapping, context);
  let waiting: SourceRow[] = [];
  let isFirst = true;
  const begin = () => {
    if (waiting.length === 0) return;
    map = compileMapping(guess(waiting, input, sink, hasKeys), context);
    for (const row of waiting) map(row);
    waiting = [];
  };
  try {
    for await (const rows of batches) {
      if (isFirst) options.onSample?.(rows.slice(0, SAMPLE_ROWS).map(({ value }) => value));
      isFirst = false;
      if (map === undefined) {
        waiting.push(...rows);
        if (waiting.length >= SAMPLE_ROWS) begin();
      } else for (const row of rows) map(row);
      for (const item of sink.drain()) yield item;
    }
  } catch (error) {
    // A file that breaks off before enough rows were seen for a guess: those that came are good all the same.
    if (waiting.length > 0 && !options.signal?.aborted) {
      try {
        begin();
      } catch {
        throw error; // what stopped the reading is the cause, not that too little came to guess from
      }
      for (const item of sink.drain()) yield item;
    }
    throw error;
  }
  if (map === undefined) begin();
  for (const item of sink.drain()) yield item;
}

function guess(rows: readonly SourceRow[], input: FormatInput, sink: ItemSink, hasKeys: boolean): Mapping {
  const guessed = guessMapping(
    rows.slice(0, SAMPLE_ROWS).map((row) => row.value),
    hasKeys,
  );
  if (guessed === undefined) {
    throw new AppError("MAPPING_INVALID", {
      problem: `no column of ${input.name} looks like the text of messages; name it in a mapping file`,
    });
  }
  sink.options.onMapping?.(guessed, input.name);
  return guessed.mapping;
}

/** The assumed start of conversations without time: as given, or the day of the file, 00:00 UTC. */
export function assumedStart(
  input: Pick<FormatInput, "modifiedAt">,
  now: Date,
  given: Date | undefined,
): number {
  if (given !== undefined) return given.getTime();
  const day = input.modifiedAt ?? now;
  return Math.floor(day.getTime() / 86_400_000) * 86_400_000;
}
