// Takes a file in: asks what it is, then sends it while its progress is watched. The file itself stays in the browser until
// it is sent, and it is sent once.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { ImportPreview, ImportRecord } from "../../../../src/contract/imports.ts";
import { client } from "../../api/client.ts";
import { randomId } from "./random-id.ts";

const HEAD_BYTES = 1_000_000;
const PROGRESS_MS = 700;

export type ImportChoice = {
  readonly format?: string;
  readonly mapping?: ImportPreview["mapping"];
  readonly source?: string;
};

/** What a file is and how it would be read, from its first megabyte. Nothing is stored. */
export function usePreview(file: File, choice: Pick<ImportChoice, "format" | "mapping">) {
  return useQuery({
    queryKey: ["preview", file.name, file.size, file.lastModified, choice],
    queryFn: ({ signal }) =>
      client.call(
        "previewImport",
        { query: toQuery(file, choice), body: isWhole(file) ? file : file.slice(0, HEAD_BYTES) },
        { signal },
      ),
    retry: false,
    placeholderData: (before) => before,
  });
}

/** An archive is readable only as a whole; of other files the head is enough. */
function isWhole(file: File): boolean {
  return file.size <= HEAD_BYTES || /\.(zip|parquet)$/i.test(file.name);
}

function toQuery(file: File, choice: ImportChoice) {
  return {
    name: file.name,
    sizeBytes: file.size,
    ...(choice.format === undefined ? {} : { format: choice.format }),
    ...(choice.mapping ? { mapping: JSON.stringify(choice.mapping) } : {}),
    ...(choice.source ? { source: choice.source } : {}),
  };
}

export type RunningImport = {
  readonly start: (choice: ImportChoice) => void;
  readonly cancel: () => void;
  readonly isRunning: boolean;
  /** What the server says of it; undefined until it has begun. */
  readonly progress: ImportRecord | undefined;
  readonly result: ImportRecord | undefined;
  readonly error: unknown;
};

export function useImport(file: File): RunningImport {
  const cache = useQueryClient();
  const abort = useRef<AbortController>(undefined);
  const [id] = useState(randomId);
  const sending = useMutation({
    mutationFn: (choice: ImportChoice) => {
      abort.current = new AbortController();
      const query = { ...toQuery(file, choice), id };
      return client.call("startImport", { query, body: file }, { signal: abort.current.signal });
    },
    onSettled: () => void cache.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "preview" }),
  });
  const watched = useQuery({
    queryKey: ["imports", "one", id],
    queryFn: ({ signal }) => client.call("getImport", { params: { id } }, { signal }),
    enabled: sending.isPending,
    refetchInterval: PROGRESS_MS,
    retry: false,
  });
  const stop = useMutation({
    mutationFn: () => client.call("cancelImport", { params: { id } }),
    onError: () => abort.current?.abort(),
  });
  return {
    start: sending.mutate,
    cancel: () => stop.mutate(),
    isRunning: sending.isPending,
    progress: watched.data,
    result: sending.data,
    error: sending.error,
  };
}
