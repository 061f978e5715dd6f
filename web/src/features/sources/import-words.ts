// An import in words: its progress, its account, the place of a record. Pure.
import type { ImportPreview, ImportRecord } from "../../../../src/contract/imports.ts";
import { formatBytes, formatCount, formatDuration, plural } from "../../ui/format.ts";

type Place = ImportPreview["rejects"][number]["place"];

/** `export.csv, line 12` or `chats.json, /3/messages/0`. */
export function placeWords(place: Place): string {
  const where = place.line === null ? place.path : `line ${place.line}`;
  return where === null ? place.file : `${place.file}, ${where}`;
}

type Counts = ImportRecord["counts"];

/** The account that must always add up: read = stored + updated + already there + set aside. */
export function accountWords(counts: Counts): string {
  const parts = [
    `${formatCount(counts.stored)} stored`,
    ...(counts.updated > 0 ? [`${formatCount(counts.updated)} updated`] : []),
    ...(counts.duplicate > 0 ? [`${formatCount(counts.duplicate)} already there`] : []),
    ...(counts.setAside > 0 ? [`${formatCount(counts.setAside)} set aside`] : []),
  ];
  return `${plural(counts.read, "message")} read: ${parts.join(", ")}`;
}

/** How far an import is, from 0 to 1; undefined when its size is not known. */
export function importShare(record: Pick<ImportRecord, "bytesRead" | "bytesTotal">): number | undefined {
  if (record.bytesTotal === null || record.bytesTotal === 0) return undefined;
  return Math.min(1, record.bytesRead / record.bytesTotal);
}

type Progress = Pick<ImportRecord, "bytesRead" | "bytesTotal" | "counts" | "startedAt">;

/** "18,200 messages a second · 3.4 MB of 12 MB · about 8 s left". */
export function progressWords(record: Progress, now: Date): string {
  const elapsed = Math.max(0.001, (now.getTime() - Date.parse(record.startedAt)) / 1000);
  const rate = `${formatCount(Math.round(record.counts.read / elapsed))} messages a second`;
  const share = importShare(record);
  if (share === undefined || record.bytesTotal === null)
    return `${rate} · ${formatBytes(record.bytesRead)} read`;
  const left =
    share > 0.02 && share < 1 ? ` · about ${formatDuration((elapsed * (1 - share)) / share)} left` : "";
  return `${rate} · ${formatBytes(record.bytesRead)} of ${formatBytes(record.bytesTotal)}${left}`;
}

export const STATE_WORDS: Readonly<Record<ImportRecord["state"], string>> = {
  running: "Running",
  done: "Done",
  failed: "Failed",
  cancelled: "Stopped",
};
