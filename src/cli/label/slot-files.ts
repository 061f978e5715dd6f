// What a workspace knows of its slots, as files: a catalogue of products, and its ids or texts to learn their shapes from.
import { AppError } from "../../core/errors.ts";
import { isIdType } from "../../nlp/slots/ids.ts";
import { mineShapes, shapesOfExamples } from "../../nlp/slots/learn-shapes.ts";
import type { CatalogueItem, IdShape } from "../../nlp/slots/slot.ts";
import { openRows } from "../classify/table-rows.ts";
import type { CommandContext } from "../command.ts";
import { openInput } from "../files.ts";
import type { JsonLine } from "../json-lines.ts";

/** Rows with `id`, `name` and maybe `aliases` (an array, or parted by bars). Throws INPUT_UNREADABLE with the line. */
export async function readCatalogue(name: string, context: CommandContext): Promise<CatalogueItem[]> {
  return readAll(name, context, ({ values }) => {
    const { id, name: product, aliases } = values;
    if (typeof id !== "string" || typeof product !== "string") return undefined;
    const others = typeof aliases === "string" ? aliases.split("|") : Array.isArray(aliases) ? aliases : [];
    return { id, name: product, aliases: others.map(String).filter((alias) => alias.trim() !== "") };
  });
}

/** Rows with `type` and `example`, or with a `text` to mine. Throws INPUT_UNREADABLE with the line. */
export async function readIdShapes(name: string, context: CommandContext): Promise<IdShape[]> {
  const texts: string[] = [];
  const examples: IdShape[] = [];
  await readAll(name, context, ({ values: { type, example, text } }) => {
    if (typeof text === "string") return texts.push(text);
    if (!isIdType(type) || typeof example !== "string") return undefined;
    return examples.push(...shapesOfExamples(type, [example]));
  });
  return [...mineShapes(texts), ...examples];
}

async function readAll<Item>(
  name: string,
  context: CommandContext,
  read: (row: JsonLine) => Item | undefined,
): Promise<Item[]> {
  const items: Item[] = [];
  for await (const row of openRows(await openInput(name, context), name).rows) {
    const item = "problem" in row ? undefined : read(row);
    if (item === undefined) {
      const problem = `line ${row.line} ${"problem" in row ? row.problem : "has not the fields that are needed"}`;
      throw new AppError("INPUT_UNREADABLE", { file: name, problem });
    }
    items.push(item);
  }
  return items;
}
