// The headers that keep a browser from doing with our pages what they did not ask for.
import type { FastifyReply } from "fastify";
import type { ApiSettings } from "./services.ts";

/** Styles may stand in elements because the component library sets them there; scripts may not. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

export function setSecurityHeaders(reply: FastifyReply, settings: Pick<ApiSettings, "publicUrl">): void {
  reply.headers({
    "content-security-policy": CONTENT_SECURITY_POLICY,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
  });
  if (settings.publicUrl.startsWith("https:")) {
    reply.header("strict-transport-security", "max-age=31536000");
  }
}
