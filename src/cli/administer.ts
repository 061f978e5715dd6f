// Commands that administer: over HTTP when a server runs on the data directory, else on the directory itself.
import { hostname } from "node:os";
import type { Settings } from "../config/settings.ts";
import { type Administration, administerHere } from "../runtime/administer-here.ts";
import { clientOf, findServer } from "./find-server.ts";

/** `address` is where people reach the server; empty when nobody knows. */
type Work<Result> = (client: Administration, address: string) => Promise<Result>;

/** Throws what the routes throw, as AppError or ApiProblem. */
export async function administer<Result>(settings: Settings, work: Work<Result>): Promise<Result> {
  const server = await findServer(settings);
  if (server === undefined) return administerHere(settings, (client) => work(client, settings.publicUrl));
  return work(clientOf(server), withName(server.url));
}

/** Where others reach a server that listens on every address of this machine. */
function withName(url: string): string {
  return url.replace(/\/\/(0\.0\.0\.0|\[::\])(?=:|$)/, `//${hostname()}`);
}
