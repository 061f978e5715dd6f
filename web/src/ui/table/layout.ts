// Which columns a table shows and how wide, from what a person chose and from how wide the table is. Pure.
import { z } from "zod";
import type { Column } from "./column.ts";

export const layoutSchema = z.object({
  /** Widths in pixels by column id. */
  widths: z.record(z.string(), z.number().min(1).max(4000)),
  /** Columns shown or hidden by hand. */
  shown: z.record(z.string(), z.boolean()),
});
/** What a person changed; what is not in it follows the column's own wish. */
export type Layout = z.output<typeof layoutSchema>;
export const NO_LAYOUT: Layout = { widths: {}, shown: {} };

export const NARROWEST = 48;

/** Reads what was kept; anything else is no layout. */
export function readLayout(text: string | undefined): Layout {
  if (text === undefined) return NO_LAYOUT;
  try {
    return layoutSchema.safeParse(JSON.parse(text)).data ?? NO_LAYOUT;
  } catch {
    return NO_LAYOUT;
  }
}

type Placed = Pick<Column<never>, "id" | "from" | "isFixed" | "width" | "grow">;

export function isShown(column: Placed, layout: Layout, tableWidth: number): boolean {
  return column.isFixed || (layout.shown[column.id] ?? tableWidth >= (column.from ?? 0));
}

/** The tracks of a CSS grid: a dragged column has its width, the others share what is left. */
export function gridTemplate(columns: readonly Placed[], layout: Layout): string {
  return columns
    .map(({ id, width, grow }) => {
      const own = layout.widths[id];
      if (own !== undefined) return `${own}px`;
      return grow ? `minmax(${width}px, ${grow}fr)` : `${width}px`;
    })
    .join(" ");
}

/** The least width at which the columns fit. */
export function leastWidth(columns: readonly Placed[], layout: Layout): number {
  return columns.reduce((sum, { id, width }) => sum + (layout.widths[id] ?? width), 0);
}

export function withWidth(layout: Layout, id: string, width: number): Layout {
  return { ...layout, widths: { ...layout.widths, [id]: Math.max(NARROWEST, Math.round(width)) } };
}

/** Without the width that was dragged: the column takes its own again. */
export function withOwnWidth(layout: Layout, id: string): Layout {
  const { [id]: _, ...widths } = layout.widths;
  return { ...layout, widths };
}

export function withShown(layout: Layout, id: string, isOn: boolean): Layout {
  return { ...layout, shown: { ...layout.shown, [id]: isOn } };
}
