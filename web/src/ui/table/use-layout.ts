// A table's layout, kept in the browser under the table's name.
import { useLocalStorage } from "@mantine/hooks";
import { type Layout, NO_LAYOUT, readLayout } from "./layout.ts";

export type LayoutMemory = {
  readonly layout: Layout;
  set(layout: Layout): void;
};

export function useLayout(tableId: string): LayoutMemory {
  const [layout, setLayout] = useLocalStorage<Layout>({
    key: `parlance.table.${tableId}`,
    defaultValue: NO_LAYOUT,
    deserialize: readLayout,
    getInitialValueInEffect: false,
  });
  return { layout, set: setLayout };
}
