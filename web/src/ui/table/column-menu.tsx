import { ActionIcon, Menu } from "@mantine/core";
import { IconClipboard, IconColumns3, IconRestore } from "@tabler/icons-react";
import type { Column } from "./column.ts";
import { isShown, NO_LAYOUT, withShown } from "./layout.ts";
import type { LayoutMemory } from "./use-layout.ts";

/** Which columns are shown, the way back to the table's own layout, and copying. */
export function ColumnMenu<Row>(props: {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly memory: LayoutMemory;
  readonly tableWidth: number;
  readonly copyLabel: string;
  readonly onCopy: () => void;
}) {
  const { memory } = props;
  return (
    <Menu position="bottom-end" withinPortal closeOnItemClick={false}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={24}
          className="data-menu"
          aria-label={`Columns of ${props.label}`}
        >
          <IconColumns3 size={14} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Columns</Menu.Label>
        {props.columns
          .filter(({ isFixed }) => !isFixed)
          .map((column) => {
            const isOn = isShown(column, memory.layout, props.tableWidth);
            return (
              <Menu.CheckboxItem
                key={column.id}
                checked={isOn}
                closeMenuOnClick={false}
                onChange={() => memory.set(withShown(memory.layout, column.id, !isOn))}
              >
                {column.label}
              </Menu.CheckboxItem>
            );
          })}
        <Menu.Divider />
        <Menu.Item leftSection={<IconClipboard size={14} />} closeMenuOnClick onClick={props.onCopy}>
          {props.copyLabel}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconRestore size={14} />}
          closeMenuOnClick
          onClick={() => memory.set(NO_LAYOUT)}
        >
          Reset columns
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
