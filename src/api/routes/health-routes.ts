// Health, readiness, metrics and the API's own description.
import { AppError } from "../../core/errors.ts";
import type { Handlers } from "../handler.ts";
import { describeApi } from "../openapi.ts";
import type { ApiServices } from "../services.ts";

type Names = "getHealth" | "getReady" | "getMetrics" | "getOpenApi";

export function healthRoutes(services: ApiServices): Handlers<Names> {
  const { version } = services.settings;
  const description = describeApi(version);
  return {
    getHealth: async () => ({ status: "ok", version }),
    async getReady() {
      try {
        await Promise.all([services.columnar.ping(), services.records.ping()]);
      } catch (cause) {
        if (cause instanceof AppError && cause.code === "ENGINE_UNAVAILABLE") throw cause;
        throw new AppError(
          "ENGINE_UNAVAILABLE",
          { engine: "store", problem: "it does not answer" },
          { cause },
        );
      }
      return { status: "ready" };
    },
    async getMetrics() {
      const { registry } = services.metrics;
      return { type: registry.contentType, chunks: await registry.metrics() };
    },
    getOpenApi: async () => description,
  };
}
