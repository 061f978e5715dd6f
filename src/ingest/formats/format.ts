// What a format is. Each folder beside this file holds one: `format.ts` exports it, its helpers lie next to it, and
// `registry.ts` lists it. Detection looks at content first; a file's name only tips the scale.
import type { Channel } from "../../core/domain.ts";
import type { ReadItem } from "../read-item.ts";
import type { ReadOptions } from "../read-options.ts";

/** The beginning of a file, decoded. At most 256 KiB. */
export type Head = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly text: string;
  /** Whether the head is the whole file. */
  readonly isWhole: boolean;
};

/** `score` from 0 (certainly not) to 1 (certainly). The reason is shown to people: what in the content says so. */
export type Detection = { readonly score: number; readonly reason: string };

/** An input that is open: bytes can be taken once. */
export type FormatInput = {
  /** How the file is named in places; see `Place.file`. */
  readonly name: string;
  readonly sizeBytes?: number;
  readonly modifiedAt?: Date;
  /** Path of a plain, unpacked file on this machine, for formats that need random access. */
  readonly localPath?: string;
  readonly head: Head;
  readonly bytes: AsyncIterable<Uint8Array>;
};

export type Format = {
  readonly id: string;
  readonly name: string;
  /** One sentence: what it reads. */
  readonly summary: string;
  /** Usual endings of file names, with the dot. */
  readonly extensions: readonly string[];
  readonly defaultChannel: Channel;
  /** Whether columns are mapped (and a mapping file applies). */
  readonly isMapped: boolean;
  detect(head: Head): Detection;
  /** Never throws for bad content (that is a reject); throws AppError when the input itself cannot be read on. */
  read(input: FormatInput, options: ReadOptions): AsyncIterable<ReadItem>;
  /** A few lines of such a file, for the documents. */
  readonly example: string;
  /** What is taken from where, in the words of the source. */
  readonly fields: readonly { readonly from: string; readonly to: string }[];
  /** What a reader of the documents should know: what is skipped, what is assumed. */
  readonly notes: readonly string[];
};
