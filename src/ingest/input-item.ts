// What reading a list of inputs gives: the items of every file in turn, between a word that the file starts and a word
// that it is done. `read-inputs.ts` makes them; the import pipeline and the dry run consume them.
import type { AppError } from "../core/errors.ts";
import type { GroupingLimits } from "./group/group-conversations.ts";
import type { GroupedItem } from "./read-item.ts";
import type { ReadLimits, ReadOptions } from "./read-options.ts";

export type FileStarted = {
  readonly kind: "file-started";
  readonly file: string;
  readonly sizeBytes?: number;
  /** Id of the format, such as `csv`. */
  readonly format: string;
  /** Why this format: what was seen in the content, or that it was named. */
  readonly reason: string;
};

export type FileFinished = {
  readonly kind: "file-finished";
  readonly file: string;
  readonly bytesRead: number;
  /** Messages, rejects and skipped records that came out of this file. */
  readonly records: number;
  /** Why the file could not be read to its end. What came before stays; the other files are read all the same. */
  readonly failure?: AppError;
};

/** `file` passed over on purpose: found in a folder or an archive, and of no known format. */
export type FilePassedOver = {
  readonly kind: "file-passed-over";
  readonly file: string;
  readonly reason: string;
};

export type InputItem = GroupedItem | FileStarted | FileFinished | FilePassedOver;

export type ReadProgress = {
  readonly file: string;
  /** Bytes taken from the file on disk (packed bytes for an archive). */
  readonly bytesRead: number;
  readonly sizeBytes?: number;
  readonly records: number;
};

export type ReadInputsOptions = Partial<Omit<ReadOptions, "limits">> & {
  readonly limits?: Partial<ReadLimits>;
  /** Id of the format, for when detection is not wanted. */
  readonly format?: string;
  /** Relative paths and patterns start here. Default: the process's. */
  readonly cwd?: string;
  /** How `-` is called in places and for detection, such as the name of an uploaded file. Default `-`. */
  readonly stdinName?: string;
  readonly stdinSizeBytes?: number;
  /** What `-` reads. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  readonly grouping?: Partial<GroupingLimits>;
  readonly onProgress?: (progress: ReadProgress) => void;
};
