// What a caller may say about how files are read, with the defaults. The same options serve every format.
import type { Channel } from "../core/domain.ts";
import { AppError } from "../core/errors.ts";
import type { MappingGuess } from "./mapping/guess-mapping.ts";
import type { Mapping } from "./mapping/mapping.ts";
import type { Reject } from "./read-item.ts";
import { isTimeZone } from "./time/zone-offset.ts";

export type ReadOptions = {
  /** For CSV, JSON, JSON Lines and Parquet. Absent: guessed from the first rows and reported through `onMapping`. */
  readonly mapping?: Mapping;
  /** IANA zone of times that name none. Default `UTC`; one warning a file says that it was used. */
  readonly timeZone: string;
  /** Whether `03/04/2026` is the 3rd of April. Absent: judged from the file's first dates. */
  readonly dayFirst?: boolean;
  /** The present, for spotting clocks in the future (more than a day ahead: a warning, and the time is kept). */
  readonly now: Date;
  /** For conversations whose source names no channel. Absent: the format's own default. */
  readonly defaultChannel?: Channel;
  /**
   * For sources without any time: the start given to every conversation. Absent: the day on which the file was last
   * modified, 00:00 UTC (for a stream, the day of `now`). Messages follow at one second each, by position.
   */
  readonly assumeStart?: Date;
  readonly limits: ReadLimits;
  readonly signal?: AbortSignal;
  /** Told once a file when a mapping was guessed. */
  readonly onMapping?: (guess: MappingGuess, file: string) => void;
  /** Told once a file the first rows of a mapped format, raw. For showing its columns. */
  readonly onSample?: (rows: readonly unknown[]) => void;
  /** Told the raw text of each reject as it is met, for writing rejects out of the original. Holds personal data. */
  readonly onRejectedText?: (reject: Reject, raw: RejectedText) => void;
};

/** A rejected record as it stands in its source, and what must stand before it in a file of such records. */
export type RejectedText = { readonly raw: string; readonly header?: string; readonly extension: string };

export type ReadLimits = {
  /** Longest line of a line-based format in UTF-16 code units; a longer one is a reject. */
  readonly maxLineChars: number;
  /** Longest text of one message; a longer one is a reject `text-too-long`. */
  readonly maxTextChars: number;
  /** Longest single record of a JSON document (one conversation with all its turns). */
  readonly maxRecordChars: number;
  /** Largest Parquet or nested archive that may be held in memory because it comes out of an archive or a stream. */
  readonly maxBufferedBytes: number;
  /** Longest time that decoding up to 20,000 rows of Parquet may take, in milliseconds; past it the file is broken. */
  readonly maxDecodeMs: number;
  /** An archive member may unpack to at most this many times its packed size (checked past 64 MiB). */
  readonly maxUnpackRatio: number;
  /** All members of one archive together may unpack to at most this many bytes. */
  readonly maxUnpackedBytes: number;
};

export const DEFAULT_LIMITS: ReadLimits = {
  maxLineChars: 16 * 1024 * 1024,
  maxTextChars: 1_000_000,
  maxRecordChars: 64 * 1024 * 1024,
  maxBufferedBytes: 256 * 1024 * 1024,
  maxDecodeMs: 120_000,
  maxUnpackRatio: 200,
  maxUnpackedBytes: 64 * 1024 ** 3,
};

/** Fills in the defaults. `now` defaults to the clock; tests pass their own. Throws `REQUEST_INVALID` for an unknown zone. */
export function readOptions(
  given: Partial<Omit<ReadOptions, "limits">> & { readonly limits?: Partial<ReadLimits> } = {},
): ReadOptions {
  if (given.timeZone !== undefined && !isTimeZone(given.timeZone)) {
    throw new AppError("REQUEST_INVALID", {
      problem: `there is no time zone ${given.timeZone}; name one like Europe/Berlin or UTC`,
    });
  }
  return {
    ...given,
    timeZone: given.timeZone ?? "UTC",
    now: given.now ?? new Date(),
    limits: { ...DEFAULT_LIMITS, ...given.limits },
  };
}
