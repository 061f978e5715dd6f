// A Fastify request in the web's own types, for better-auth.
import type { FastifyRequest } from "fastify";

/** The address that a request came from. Set here alone: what a caller says of itself counts for nothing. */
export const CLIENT_ADDRESS_HEADER = "x-parlance-client-address";

export function toWebHeaders(request: Pick<FastifyRequest, "headers" | "ip">): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value === undefined || name === "content-length" || name === "transfer-encoding") continue;
    headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  headers.set(CLIENT_ADDRESS_HEADER, request.ip);
  return headers;
}

/** The body is the JSON that the server parsed. */
export function toWebRequest(request: FastifyRequest): Request {
  const url = new URL(request.url, `${request.protocol}://${request.host}`);
  const hasBody = request.body !== undefined && request.method !== "GET" && request.method !== "HEAD";
  return new Request(url, {
    method: request.method,
    headers: toWebHeaders(request),
    ...(hasBody ? { body: JSON.stringify(request.body) } : {}),
  });
}
