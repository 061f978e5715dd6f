// Finds the server that holds the data directory, so that the command line talks to it instead of the databases.
import type { Settings } from "../config/settings.ts";
import { AppError } from "../core/errors.ts";
import { readLock } from "../lock/acquire-lock.ts";

export type RunningServer = { readonly url: string; readonly pid: number };

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
  return { url: holder.url, pid: holder.pid };
}
