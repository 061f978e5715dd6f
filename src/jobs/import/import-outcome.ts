// What an import tells a person at its end, whoever ran it: the command line, the server, or a dry run.
import type { Reject } from "../../ingest/read-item.ts";
import type { ImportCounts } from "./import-tally.ts";

export type FileOutcome = {
  readonly file: string;
  readonly format: string;
  /** Why this format. */
  readonly reason: string;
  readonly records: number;
  /** Why it could not be read to its end, and what to do. */
  readonly problem?: string;
  readonly advice?: string;
};

export type ImportOutcome = {
  readonly importId: string;
  readonly source: string;
  /** `conversations` is unknown when a server that took the file in does not tell. */
  readonly counts: Omit<ImportCounts, "conversations"> & { readonly conversations: number | undefined };
  readonly files: readonly FileOutcome[];
  readonly passedOver: readonly { readonly file: string; readonly reason: string }[];
  readonly warnings: readonly { readonly reason: string; readonly message: string; readonly count: number }[];
  /** The first few; all of them are kept. */
  readonly firstRejects: readonly Reject[];
  readonly cancelled: boolean;
  readonly elapsedMs: number;
};
