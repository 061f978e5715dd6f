// Bodies that are taken as they stream.
import type { Readable } from "node:stream";
import type { FastifyRequest } from "fastify";
import { AppError } from "../core/errors.ts";

/** The stream that the server's pass-through parser left. Throws REQUEST_INVALID for packed bodies, which it does not open. */
export function bodyOf(request: FastifyRequest): AsyncIterable<Uint8Array> {
  const encoding = request.headers["content-encoding"];
  if (encoding !== undefined && encoding !== "identity") {
    throw new AppError("REQUEST_INVALID", { problem: "send the body without a content encoding" });
  }
  return (request.body as Readable | undefined) ?? request.raw;
}

/** Throws PAYLOAD_TOO_LARGE once more bytes have come. */
export async function* limitBytes(
  body: AsyncIterable<Uint8Array>,
  limitBytes: number,
): AsyncIterable<Uint8Array> {
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > limitBytes) throw new AppError("PAYLOAD_TOO_LARGE", { limitBytes });
    yield chunk;
  }
}

/** At most so many bytes from the start; the rest is left unread. */
export async function takeHead(body: AsyncIterable<Uint8Array>, sizeBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= sizeBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, sizeBytes);
}
