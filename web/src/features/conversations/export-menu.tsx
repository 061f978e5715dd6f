import { Button, Menu } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { EXPORT_FORMATS, EXPORT_KINDS } from "../../../../src/contract/export.ts";
import { client } from "../../api/client.ts";
import { useSlice } from "../../app/use-view.ts";

const FORMAT_WORDS = { jsonl: "JSON Lines", csv: "CSV", parquet: "Parquet" } as const;

/** Everything that the filter lets through, as a file. */
export function ExportMenu() {
  const { time, filter } = useSlice();
  const href = (kind: (typeof EXPORT_KINDS)[number], format: (typeof EXPORT_FORMATS)[number]) =>
    client.url("getExport", {
      params: { kind },
      query: { format, time, ...(filter === undefined ? {} : { filter: JSON.stringify(filter) }) },
    });
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={14} />}>
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {EXPORT_KINDS.filter((kind) => kind !== "topics").map((kind) => (
          <div key={kind}>
            <Menu.Label>{kind.charAt(0).toUpperCase() + kind.slice(1)}</Menu.Label>
            {EXPORT_FORMATS.map((format) => (
              <Menu.Item key={format} component="a" href={href(kind, format)} download={`${kind}.${format}`}>
                {FORMAT_WORDS[format]}
              </Menu.Item>
            ))}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
