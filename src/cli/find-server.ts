// Finds the server that holds the data directory, so that the command line talks to it instead of the databases.
import type { Settings } from "../config/settings.ts";
import { type Client, createClient } from "../contract/client.ts";
import { AppError } from "../core/errors.ts";
import { readLock } from "../lock/acquire-lock.ts";

export type RunningServer = {
  readonly url: string;
  readonly pid: number;
  /** Lets the owner of the data directory in where the server asks for a login. */
  readonly key?: string;
};

/**
 * The server that runs on the data directory; undefined when nobody holds it.
 *
 * @throws AppError DATA_DIR_IN_USE when a process holds it that serves nothing, such as another import.
 */
export async function findServer({ dataDir }: Pick<Settings, "dataDir">): Promise<RunningServer | undefined> {
  const holder = await readLock(dataDir);
  if (!holder) return undefined;
  if (holder.url === undefined)
    throw new AppError("DATA_DIR_IN_USE", { dataDir, pid: holder.pid, since: holder.since });
  const { url, pid, key } = holder;
  return { url, pid, ...(key !== undefined && { key }) };
}

/** A client of that server, with the rights of the data directory's owner. */
export function clientOf({ url, key }: RunningServer, request?: typeof fetch): Client {
  return createClient({
    baseUrl: url,
    ...(key !== undefined && { headers: { authorization: `Bearer ${key}` } }),
    ...(request !== undefined && { fetch: request }),
  });
}
