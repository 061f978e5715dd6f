import { IconFileDownload } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { client } from "../../api/client.ts";

/** Takes a file that is dragged in, or opens the picker. */
export function DropZone(props: { readonly onFile: (file: File) => void; readonly onPick: () => void }) {
  const [isOver, setOver] = useState(false);
  const { data } = useQuery({
    queryKey: ["formats"],
    queryFn: ({ signal }) => client.call("getFormats", {}, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <button
      type="button"
      className="drop-zone"
      data-over={isOver || undefined}
      onClick={props.onPick}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file) props.onFile(file);
      }}
    >
      <IconFileDownload size={24} stroke={1.5} aria-hidden />
      <span>Drag a file here, or choose one</span>
      <span className="small muted">
        {data
          ? data.formats.map(({ label }) => label).join(", ")
          : "CSV, JSON, Parquet and exports of other tools"}
        ; also as .gz, .zst or .zip. Folders and many files: <code>parlance import</code>
      </span>
    </button>
  );
}
