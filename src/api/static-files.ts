// The built workbench: files with a hash in their name are kept for ever, the page itself is asked for each time. Any address
// that is neither a file nor the API's is a page of the workbench.
import { existsSync } from "node:fs";
import { join } from "node:path";
import staticFiles from "@fastify/static";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { AppError } from "../core/errors.ts";
import type { ApiSettings } from "./services.ts";

export async function serveWorkbench(app: FastifyInstance, settings: ApiSettings): Promise<void> {
  const root = settings.webDir;
  const hasPage = root !== undefined && existsSync(join(root, "index.html"));
  if (hasPage) {
    await app.register(staticFiles, {
      root,
      serve: false,
      cacheControl: false,
      setHeaders(response, path) {
        const isHashed = path.startsWith(join(root, "assets"));
        response.header("cache-control", isHashed ? "public, max-age=31536000, immutable" : "no-cache");
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split("?")[0] ?? "";
    if (!hasPage || isApi(path) || !isReading(request)) {
      throw new AppError("NOT_FOUND", { kind: "address", id: path.slice(0, 100) });
    }
    const file = decode(path).replace(/^\/+/, "");
    const isFile = file !== "" && !file.split("/").includes("..") && existsSync(join(root, file));
    return reply.sendFile(isFile && /\.\w+$/.test(file) ? file : "index.html");
  });
}

function isApi(path: string): boolean {
  return /^\/(v1|api)(\/|$)/.test(path);
}

function isReading(request: FastifyRequest): boolean {
  return request.method === "GET" || request.method === "HEAD";
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return "";
  }
}
