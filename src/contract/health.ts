// Whether the server lives and can work, how it does, and what it answers.
import { z } from "zod";
import { endpoint } from "./endpoint.ts";

export const getHealth = endpoint({
  method: "GET",
  path: "/v1/health",
  tag: "health",
  summary: "Say that the process answers",
  access: "public",
  output: z.object({ status: z.literal("ok"), version: z.string() }),
});

export const getReady = endpoint({
  method: "GET",
  path: "/v1/ready",
  tag: "health",
  summary: "Say whether the databases answer; status 503 while they do not",
  access: "public",
  output: z.object({ status: z.literal("ready") }),
});

export const getMetrics = endpoint({
  method: "GET",
  path: "/v1/metrics",
  tag: "health",
  summary: "Give the server's own figures in Prometheus' text format",
  access: "read",
  output: { stream: ["text/plain"] },
});

export const getOpenApi = endpoint({
  method: "GET",
  path: "/v1/openapi.json",
  tag: "health",
  summary: "Describe this API as OpenAPI 3.1",
  access: "read",
  output: z.record(z.string(), z.unknown()),
});
