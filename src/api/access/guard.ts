// The one place where a request is let in or not. It looks at where the request comes from, who asks, and what the route
// says it needs; a route that says nothing is closed.
import type { FastifyRequest } from "fastify";
import { type Access, covers } from "../../contract/endpoint.ts";
import { AppError } from "../../core/errors.ts";
import { findApiKey } from "../../records/api-keys.ts";
import type { ApiServices } from "../services.ts";
import type { Accounts } from "./accounts.ts";
import { type Caller, LOCAL, NOBODY } from "./caller.ts";
import { findForeign, isLoopback } from "./origin.ts";
import { isSameSecret } from "./same-secret.ts";
import { toWebHeaders } from "./web-request.ts";

export type Guard = (request: FastifyRequest, needs: Access | undefined) => Promise<Caller>;

/** Throws FOREIGN_ORIGIN, UNAUTHENTICATED or FORBIDDEN. */
export function createGuard(services: ApiServices, accounts: Accounts | undefined): Guard {
  const { settings } = services;
  const isLocal = settings.mode === "local";
  if (isLocal && !isLoopback(settings.host)) {
    throw new AppError("CONFIG_INVALID", {
      setting: "host",
      problem: `${settings.host} is no loopback address`,
    });
  }
  const rules = { onlyLoopback: isLocal, host: settings.host, publicUrl: settings.publicUrl };
  return async (request, needs) => {
    const foreign = findForeign(describe(request), rules);
    if (foreign !== undefined) throw new AppError("FOREIGN_ORIGIN", { origin: foreign });
    const caller = isLocal ? identifyLocal(request) : await identifyRemote(request, services, accounts);
    if (needs === undefined) throw new AppError("FORBIDDEN", { problem: "the route is closed" });
    if (covers(caller.access, needs)) return caller;
    if (caller.access === "public") throw new AppError("UNAUTHENTICATED");
    throw new AppError("FORBIDDEN", { problem: `this needs the right to ${needs}` });
  };
}

function describe(request: FastifyRequest) {
  const header = (name: string): string | undefined => {
    const value = request.headers[name];
    return typeof value === "string" ? value : undefined;
  };
  return {
    method: request.method,
    path: request.url.split("?")[0] ?? "",
    host: request.headers.host,
    origin: header("origin"),
    fetchSite: header("sec-fetch-site"),
    fetchMode: header("sec-fetch-mode"),
  };
}

/** Without a login, only this machine is answered, whatever the listening address turned out to be. */
function identifyLocal(request: FastifyRequest): Caller {
  const address = (request.socket.remoteAddress ?? "").replace(/^::ffff:/, "");
  if (!isLoopback(address)) throw new AppError("UNAUTHENTICATED");
  return LOCAL;
}

async function identifyRemote(
  request: FastifyRequest,
  services: ApiServices,
  accounts: Accounts | undefined,
): Promise<Caller> {
  const key = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
  if (key !== undefined) {
    if (isSameSecret(key, services.settings.ownerKey ?? "")) return LOCAL;
    const found = await findApiKey(services.records.db, key, new Date(services.clock()));
    if (found === undefined || found.workspace !== services.workspace) return NOBODY;
    return { actor: `key:${found.id}`, access: found.role, user: null };
  }
  return accounts === undefined ? NOBODY : accounts.identify(toWebHeaders(request));
}
