// Calls an API in the same process through its contract: answers are held to it word for word, refusals to problem details.
import type { FastifyInstance } from "fastify";
import { expect } from "vitest";
import { buildPath, type ClientInput, type ClientOutput } from "../../src/contract/client.ts";
import { type Endpoint, isStream } from "../../src/contract/endpoint.ts";
import { problemSchema } from "../../src/contract/problem.ts";
import { type RouteName, routes } from "../../src/contract/routes.ts";

type Input = { readonly query?: object; readonly params?: object; readonly body?: unknown };

export type ApiCaller = ReturnType<typeof createApiCaller>;

export function createApiCaller(app: FastifyInstance) {
  /** Routes that have answered as they promise. */
  const called = new Set<RouteName>();

  async function send(name: RouteName, input: Input = {}, headers: Record<string, string> = {}) {
    const route: Endpoint = routes[name];
    const isJson = input.body !== undefined && !route.rawBody;
    return app.inject({
      method: route.method,
      url: buildPath(route, input as never),
      headers: {
        host: "localhost:7080",
        ...(isJson ? { "content-type": "application/json" } : {}),
        ...headers,
      },
      ...(input.body === undefined
        ? {}
        : { payload: isJson ? JSON.stringify(input.body) : (input.body as string) }),
    });
  }

  /** Calls a route and holds the answer to its contract, word for word. */
  async function call<Name extends RouteName>(
    name: Name,
    input: ClientInput<Name>,
    headers: Record<string, string> = {},
  ): Promise<ClientOutput<Name>> {
    const route: Endpoint = routes[name];
    const response = await send(name, input as Input, headers);
    expect(response.json(), response.body).not.toHaveProperty("code");
    expect(response.statusCode).toBe(route.status);
    called.add(name);
    if (isStream(route.output)) throw new Error("streams are sent, not called");
    const answer: unknown = response.json();
    const parsed = route.output.parse(answer);
    expect(parsed).toEqual(answer);
    return parsed as ClientOutput<Name>;
  }

  async function refuse(name: RouteName, input: Input = {}, headers: Record<string, string> = {}) {
    const response = await send(name, input, headers);
    expect(response.headers["content-type"]).toContain("application/problem+json");
    return { ...problemSchema.parse(response.json()), headers: response.headers };
  }

  async function download(name: RouteName, input: Input): Promise<string> {
    const response = await send(name, input);
    expect(response.statusCode, response.body).toBe(200);
    called.add(name);
    return response.body;
  }

  return { called, send, call, refuse, download };
}
