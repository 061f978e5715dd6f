// Where conversations come from: take a file in, the sources there are, and every import with its account.
import { Button } from "@mantine/core";
import { IconFileImport } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useMay } from "../../api/hooks.ts";
import { Page } from "../../ui/page.tsx";
import { DropZone } from "./drop-zone.tsx";
import { ImportDialog } from "./import-dialog.tsx";
import { ImportList } from "./import-list.tsx";
import { SourceList } from "./source-list.tsx";
import "./sources.css";

export function SourcesPage() {
  const [file, setFile] = useState<File>();
  const mayImport = useMay("write");
  const picker = useRef<HTMLInputElement>(null);
  return (
    <Page
      title="Sources"
      answers="Where conversations come from. Personal data is redacted before anything is stored."
      actions={
        mayImport && (
          <Button leftSection={<IconFileImport size={14} />} onClick={() => picker.current?.click()}>
            Choose a file
          </Button>
        )
      }
    >
      <input
        ref={picker}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label="File to import"
        onChange={(event) => {
          setFile(event.currentTarget.files?.[0]);
          event.currentTarget.value = "";
        }}
      />
      {mayImport ? (
        <DropZone onFile={setFile} onPick={() => picker.current?.click()} />
      ) : (
        <p className="panel muted">
          You may read what is here. An administrator can give you the right to import.
        </p>
      )}
      <SourceList />
      <ImportList />
      {file && (
        <ImportDialog
          key={`${file.name} ${file.lastModified}`}
          file={file}
          onClose={() => setFile(undefined)}
        />
      )}
    </Page>
  );
}
