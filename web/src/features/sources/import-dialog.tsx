// From a chosen file to its conversations: what it is and why, how it is read, the first conversations as they would be
// stored, and then its import with progress and a way to stop.
import { Alert, Button, Loader, Modal, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import type { ImportPreview, MappingValue } from "../../../../src/contract/imports.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { formatBytes } from "../../ui/format.ts";
import { ImportProgress } from "./import-progress.tsx";
import { MappingEditor } from "./mapping-editor.tsx";
import { PreviewConversations } from "./preview-conversations.tsx";
import { RejectsTable } from "./rejects-table.tsx";
import { type ImportChoice, useImport, usePreview } from "./use-import.ts";

export function ImportDialog(props: { readonly file: File; readonly onClose: () => void }) {
  const { file } = props;
  const [format, setFormat] = useState<string>();
  const [mapping, setMapping] = useState<MappingValue>();
  const [source, setSource] = useState("");
  const preview = usePreview(file, {
    ...(format === undefined ? {} : { format }),
    ...(mapping === undefined ? {} : { mapping }),
  });
  const running = useImport(file);
  const isStarted = running.isRunning || running.result !== undefined || running.error !== null;

  function start(): void {
    const choice: ImportChoice = {
      ...(preview.data?.format ? { format: preview.data.format } : {}),
      ...(preview.data?.mapping ? { mapping: mapping ?? preview.data.mapping } : {}),
      ...(source.trim() === "" ? {} : { source: source.trim() }),
    };
    running.start(choice);
  }

  return (
    <Modal
      opened
      onClose={props.onClose}
      size={isStarted ? "md" : 980}
      title={`${file.name}, ${formatBytes(file.size)}`}
      closeOnClickOutside={false}
      closeOnEscape={!running.isRunning}
      withCloseButton={!running.isRunning}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      {isStarted ? (
        <ImportProgress running={running} file={file} onClose={props.onClose} />
      ) : (
        <>
          {preview.isPending && (
            <div className="row">
              <Loader size="xs" /> Looking at the beginning of the file
            </div>
          )}
          {preview.isError && (
            <ErrorState
              error={preview.error}
              onRetry={() => (mapping ? setMapping(undefined) : setFormat(undefined))}
            />
          )}
          {preview.data && !preview.isError && (
            <PreviewBody
              preview={preview.data}
              isStale={preview.isPlaceholderData}
              mapping={mapping ?? preview.data.mapping}
              onFormat={(next) => {
                setFormat(next);
                setMapping(undefined);
              }}
              onMapping={setMapping}
            />
          )}
          <div className="import-foot">
            <TextInput
              size="xs"
              aria-label="Name of the source"
              placeholder="Name of the source"
              value={source}
              onChange={(event) => setSource(event.currentTarget.value)}
            />
            <Button className="push" variant="default" onClick={props.onClose}>
              Not now
            </Button>
            <Button
              onClick={start}
              disabled={!preview.data?.format || preview.isError || preview.isPlaceholderData}
            >
              Import
            </Button>
          </div>
        </>
      )}
    </Modal>
  );
}

function PreviewBody(props: {
  readonly preview: ImportPreview;
  readonly isStale: boolean;
  readonly mapping: MappingValue | null;
  readonly onFormat: (format: string) => void;
  readonly onMapping: (mapping: MappingValue) => void;
}) {
  const { preview, mapping } = props;
  return (
    <div className={props.isStale ? "preview stale" : "preview"}>
      <div className="preview-side">
        <Select
          size="xs"
          label="Format"
          description={preview.formatReason}
          placeholder="Not recognised: choose one"
          data={preview.candidates.map(({ format, label }) => ({ value: format, label }))}
          value={preview.format}
          allowDeselect={false}
          onChange={(format) => format !== null && props.onFormat(format)}
        />
        {mapping && <MappingEditor preview={preview} mapping={mapping} onChange={props.onMapping} />}
      </div>
      <div className="preview-main">
        <h2>As it would be stored</h2>
        <p className="small muted">Personal data is already redacted here; nothing has been stored yet.</p>
        {preview.format === null && <Alert color="orange">{preview.formatReason}</Alert>}
        <PreviewConversations conversations={preview.conversations} />
        {preview.rejects.length > 0 && (
          <>
            <h2>Would be set aside</h2>
            <RejectsTable rejects={preview.rejects} />
          </>
        )}
      </div>
    </div>
  );
}
