// The server's own figures for Prometheus: requests, statements, and the process. Labels are routes and tags, never values.
import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";
import type { ExecTiming } from "../columnar/columnar.ts";

const SECONDS = [0.005, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30];

export type ApiMetrics = {
  readonly registry: Registry;
  observeRequest(method: string, route: string, status: number, ms: number): void;
  /** For the exec seam of the analytics engine. */
  observeStatement(timing: ExecTiming): void;
};

export function createMetrics(): ApiMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "parlance_" });
  const requests = new Histogram({
    name: "parlance_http_request_seconds",
    help: "Time to answer an HTTP request",
    labelNames: ["method", "route", "status"],
    buckets: SECONDS,
    registers: [registry],
  });
  const statements = new Histogram({
    name: "parlance_statement_seconds",
    help: "Time of a statement in the analytics engine",
    labelNames: ["tag", "what"],
    buckets: SECONDS,
    registers: [registry],
  });
  const failures = new Counter({
    name: "parlance_statement_failures_total",
    help: "Statements that the analytics engine refused or that were stopped",
    labelNames: ["tag"],
    registers: [registry],
  });
  return {
    registry,
    observeRequest(method, route, status, ms) {
      requests.observe({ method, route, status: String(status) }, ms / 1000);
    },
    observeStatement({ tag, what, ms, failed }) {
      statements.observe({ tag, what }, ms / 1000);
      if (failed) failures.inc({ tag });
    },
  };
}
