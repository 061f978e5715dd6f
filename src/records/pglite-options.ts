export type InitialiseData = { readonly path: string; readonly postgresqlconf: readonly string[] };

/**
 * The records are small and one process reads them. PostgreSQL's usual 128 MB of shared buffers are all touched at start:
 * measured, 433 MB of resident memory after opening against 176 MB with these.
 */
export const SMALL_SERVER: readonly string[] = ["shared_buffers = 16MB", "wal_buffers = 1MB"];
