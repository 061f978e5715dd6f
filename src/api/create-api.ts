// The HTTP server: puts the contract's routes, the guard, errors, logs, metrics and the workbench's files together. Routes
// stay thin: parse by the contract, call a function, send what it gives.
import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import compress from "@fastify/compress";
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from "fastify";
import { type Access, type Endpoint, isStream } from "../contract/endpoint.ts";
import { type RouteName, routes } from "../contract/routes.ts";
import type { Accounts } from "./access/accounts.ts";
import { type Caller, NOBODY } from "./access/caller.ts";
import { createGuard } from "./access/guard.ts";
import { toWebRequest } from "./access/web-request.ts";
import { isCallerGone } from "./caller-gone.ts";
import { errorForLog } from "./error-for-log.ts";
import type { Handlers, RequestScope, StreamAnswer } from "./handler.ts";
import { parseInput } from "./parse-input.ts";
import { JSON_LIMIT_BYTES, PROBLEM_TYPE, toProblem } from "./problem-reply.ts";
import { createReadContext } from "./read-scope.ts";
import { accessRoutes } from "./routes/access-routes.ts";
import { accountRoutes } from "./routes/account-routes.ts";
import { apiKeyRoutes } from "./routes/api-key-routes.ts";
import { audienceRoutes } from "./routes/audience-routes.ts";
import { conversationRoutes } from "./routes/conversation-routes.ts";
import { exportRoutes } from "./routes/export-routes.ts";
import { healthRoutes } from "./routes/health-routes.ts";
import { importRoutes } from "./routes/import-routes.ts";
import { ingestRoutes } from "./routes/ingest-routes.ts";
import { jobRoutes } from "./routes/job-routes.ts";
import { lensRoutes } from "./routes/lens-routes.ts";
import { queryRoutes } from "./routes/query-routes.ts";
import { redactionRoutes } from "./routes/redaction-routes.ts";
import { topicChangeRoutes } from "./routes/topic-change-routes.ts";
import { topicCurationRoutes } from "./routes/topic-curation-routes.ts";
import { topicMapRoutes } from "./routes/topic-map-routes.ts";
import { topicModelRoutes } from "./routes/topic-model-routes.ts";
import { topicRoutes } from "./routes/topic-routes.ts";
import { workspaceRoutes } from "./routes/workspace-routes.ts";
import { setSecurityHeaders } from "./security-headers.ts";
import type { ApiServices } from "./services.ts";
import { serveWorkbench } from "./static-files.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** What the route needs; the guard closes routes that don't say. */
    access?: Access;
  }
  interface FastifyRequest {
    caller: Caller;
  }
}

/**
 * Makes the server; `listen` is the caller's. Throws CONFIG_INVALID when it would serve a network without a login.
 */
export async function createApi(services: ApiServices): Promise<FastifyInstance> {
  const loggerInstance: FastifyBaseLogger = services.logger;
  const app: FastifyInstance = fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: JSON_LIMIT_BYTES,
    genReqId: (request) => readRequestId(request.headers["x-request-id"]),
    forceCloseConnections: true,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
  });
  const accounts = await loadAccounts(services);
  const guard = createGuard(services, accounts);

  app.decorateRequest("caller");
  app.addHook("onRequest", async (request, reply) => {
    request.caller = NOBODY;
    reply.header("x-request-id", request.id);
    setSecurityHeaders(reply, services.settings);
    request.caller = await guard(request, request.is404 ? "public" : request.routeOptions.config.access);
  });
  app.addHook("onResponse", async (request, reply) => report(services, request, reply));
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply));
  await app.register(compress, { threshold: 1024, globalDecompression: false });

  if (accounts !== undefined) {
    app.route({
      method: ["GET", "POST"],
      url: "/api/auth/*",
      config: { access: "public" },
      handler: async (request, reply) => sendWeb(reply, await accounts.handle(toWebRequest(request))),
    });
  }
  const handlers: Handlers = {
    ...healthRoutes(services),
    ...accessRoutes(services, accounts),
    ...accountRoutes(services, accounts),
    ...apiKeyRoutes(services),
    ...workspaceRoutes(services),
    ...redactionRoutes(services),
    ...queryRoutes(services),
    ...conversationRoutes(services),
    ...ingestRoutes(services),
    ...topicRoutes(services),
    ...lensRoutes(services),
    ...topicCurationRoutes(services),
    ...topicChangeRoutes(services),
    ...topicMapRoutes(services),
    ...topicModelRoutes(services),
    ...importRoutes(services),
    ...audienceRoutes(services),
    ...jobRoutes(services),
    ...exportRoutes(services),
  };
  await app.register(async (child) => addRoutes(child, services, handlers, false));
  await app.register(async (child) => {
    child.removeAllContentTypeParsers();
    child.addContentTypeParser("*", { bodyLimit: Number.MAX_SAFE_INTEGER }, (_request, payload, done) => {
      done(null, payload);
    });
    addRoutes(child, services, handlers, true);
  });
  await serveWorkbench(app, services.settings);
  return app;
}

async function loadAccounts(services: ApiServices): Promise<Accounts | undefined> {
  if (services.settings.mode === "local") return undefined;
  const { openAccounts } = await import("./access/accounts.ts");
  return openAccounts(services.records, services.settings);
}

/** A caller's own id is taken over when it is a plain word, so that logs of several services can be joined. */
function readRequestId(given: string | string[] | undefined): string {
  return typeof given === "string" && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}

type AnyHandler = (input: unknown, scope: RequestScope) => Promise<unknown>;

function addRoutes(app: FastifyInstance, services: ApiServices, handlers: Handlers, isRaw: boolean): void {
  for (const name of Object.keys(routes) as RouteName[]) {
    const route: Endpoint = routes[name];
    if (route.rawBody !== isRaw) continue;
    const handler = handlers[name] as AnyHandler;
    app.route({
      method: route.method,
      url: route.path,
      config: { access: route.access },
      ...(isRaw ? { bodyLimit: Number.MAX_SAFE_INTEGER } : {}),
      handler: async (request, reply) => {
        const input = parseInput(route, request);
        const answer = await handler(input, scopeOf(services, name, request, reply));
        return send(reply, route, answer);
      },
    });
  }
}

function scopeOf(
  services: ApiServices,
  name: RouteName,
  request: FastifyRequest,
  reply: FastifyReply,
): RequestScope {
  const controller = new AbortController();
  reply.raw.once("close", () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  const { signal } = controller;
  return {
    caller: request.caller,
    signal,
    request,
    readContext: (lens) => createReadContext(services, name, { signal, lens }),
  };
}

function send(reply: FastifyReply, route: Endpoint, answer: unknown): FastifyReply {
  reply.code(route.status);
  if (!isStream(route.output)) return reply.header("cache-control", "no-store").send(answer);
  const { type, fileName, chunks } = answer as StreamAnswer;
  reply.header("content-type", type).header("cache-control", "no-store");
  if (fileName !== undefined) reply.header("content-disposition", `attachment; filename="${fileName}"`);
  return reply.send(typeof chunks === "string" ? chunks : Readable.from(chunks, { objectMode: false }));
}

async function sendWeb(reply: FastifyReply, response: Response): Promise<FastifyReply> {
  reply.code(response.status);
  for (const [name, value] of response.headers) if (name !== "set-cookie") reply.header(name, value);
  for (const cookie of response.headers.getSetCookie()) reply.header("set-cookie", cookie);
  return reply.send(Buffer.from(await response.arrayBuffer()));
}

function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { problem, retryAfterSeconds, isFault } = toProblem(error, request.id);
  if (isFault && isCallerGone(error))
    request.log.info({ requestId: request.id }, "the caller went away before the end");
  else if (isFault)
    request.log.error(
      { error: errorForLog(error), requestId: request.id, code: problem.code },
      "request failed",
    );
  if (retryAfterSeconds !== undefined) reply.header("retry-after", String(retryAfterSeconds));
  if (problem.status === 401) reply.header("www-authenticate", "Bearer");
  return reply
    .code(problem.status)
    .header("cache-control", "no-store")
    .type(PROBLEM_TYPE)
    .send(JSON.stringify(problem));
}

/** One line and one observation a request. The route's pattern, never the address: filters and searches may stand in it. */
function report(services: ApiServices, request: FastifyRequest, reply: FastifyReply): void {
  const route = request.is404 ? "none" : (request.routeOptions.url ?? "none");
  const ms = Math.round(reply.elapsedTime);
  services.metrics.observeRequest(request.method, route, reply.statusCode, reply.elapsedTime);
  const { actor } = request.caller ?? NOBODY;
  request.log.info(
    { requestId: request.id, method: request.method, route, status: reply.statusCode, ms, actor },
    "request",
  );
}
