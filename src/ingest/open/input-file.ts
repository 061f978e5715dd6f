// An input before it is opened: a file, a member of an archive, or standard input.

export type InputFile = {
  /** As places name it: the path as given, `archive.zip!/inner/path`, or `-`. */
  readonly name: string;
  /** Size on disk; packed size for an archive's member. Absent for standard input. */
  readonly sizeBytes?: number;
  readonly modifiedAt?: Date;
  /** Set for a plain, unpacked file of this machine: it allows random access. */
  readonly localPath?: string;
  /** Whether the person named it, or it was found in a folder or an archive. */
  readonly isNamed: boolean;
  /** Its bytes, unpacked. Can be called once. Errors of the disk or the archive come out of the iteration as AppError. */
  open(): AsyncIterable<Uint8Array>;
  /** Bytes taken from the disk so far. */
  bytesRead(): number;
};

/** An input that cannot be opened at all; the others are read all the same. */
export type InputProblem = { readonly name: string; readonly isNamed: boolean; readonly failure: unknown };
