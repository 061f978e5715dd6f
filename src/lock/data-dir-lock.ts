// One process a data directory: PGlite does not refuse a second one and then breaks, so the lock comes first. Decides who
// holds the directory, when a lock is stale, and what others are told. The lock is a file `parlance.lock` of JSON.

export type LockHolder = {
  readonly pid: number;
  /** When the process took the lock, ISO 8601. */
  readonly since: string;
  /** Where it serves HTTP, once it does. */
  readonly url?: string;
  /** What the command line of the directory's owner shows a server that asks for a login. The file is readable by its owner only. */
  readonly key?: string;
};

export type DataDirLock = {
  /** Publishes where this process serves, for the command line to find. */
  setUrl(url: string, key?: string): Promise<void>;
  release(): Promise<void>;
};
