// The way of the commands that read JSON Lines and write each line again with more in it: in batches, with progress, what
// cannot be used named and counted, and an output that appears when it is whole.
import type { CommandContext, ParsedOptions } from "./command.ts";
import { EXIT } from "./command.ts";
import { openInput, openOutput } from "./files.ts";
import { batchesOf, type JsonLine, readJsonLines } from "./json-lines.ts";
import { startProgress } from "./progress.ts";
import { createSetAside } from "./set-aside.ts";

export type LineTransform<Item extends object> = {
  /** What is done, for the progress bar: `Embedding`. */
  readonly doing: string;
  /** What was done, for the summary: `embedded`. */
  readonly done: string;
  readonly batchSize: number;
  /** The line's item, or what is wrong with it as the end of "Line 3 …". */
  readonly read: (line: JsonLine) => Item | string;
  /** A record for each item, in their order. `onProgress` takes how many of the batch are done. */
  readonly transform: (
    items: readonly Item[],
    onProgress: (done: number) => void,
  ) => Promise<readonly object[]>;
};

export type LineSummary = {
  /** Stands in brackets at the end of the summary. */
  readonly version: string;
  /** The first members of the summary as JSON. */
  readonly json: Readonly<Record<string, unknown>>;
};

type Given = { readonly source: string; readonly options: ParsedOptions };

/** Resolves to the exit code. `--output` and `--json` are the command's. Throws what opening, reading and `transform` throw. */
export async function transformLines<Item extends object>(
  { source, options }: Given,
  { doing, done, batchSize, read, transform }: LineTransform<Item>,
  summary: LineSummary,
  context: CommandContext,
): Promise<number> {
  const isToFile = typeof options["output"] === "string";
  const input = await openInput(source, context);
  const output = await openOutput(isToFile ? String(options["output"]) : "-", context);
  const setAside = createSetAside(context);
  const progress = startProgress(doing, context);
  let count = 0;
  try {
    for await (const items of batchesOf(readJsonLines(input), batchSize, read, setAside.add)) {
      const records = await transform(items, (part) => progress.update(count + part, undefined, "texts"));
      for (const record of records) await output.write(`${JSON.stringify(record)}\n`);
      count += items.length;
      progress.update(count, undefined, "texts");
    }
    await output.finish();
  } finally {
    progress.stop();
    await output.discard();
  }
  const asJson = options["json"] === true;
  const words = `${count} ${done}, ${setAside.count()} set aside (${summary.version}).`;
  const json = { ...summary.json, [done]: count, setAside: setAside.count() };
  const report = isToFile && asJson ? context.stdout : context.stderr;
  report.write(`${asJson ? JSON.stringify(json) : words}\n`);
  return setAside.count() > 0 ? EXIT.setAside : EXIT.ok;
}
