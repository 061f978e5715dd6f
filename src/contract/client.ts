// A typed client made from the routes: `client.call("getTopic", { params: { id: 17 } })`. Runs in browsers and in Node.
import { type Endpoint, type InputOf, isStream, type OutputOf, type RawBody } from "./endpoint.ts";
import { type Problem, problemSchema } from "./problem.ts";
import { type RouteName, type Routes, routes } from "./routes.ts";

export type ClientInput<Name extends RouteName> = InputOf<Routes[Name]>;
export type ClientOutput<Name extends RouteName> = OutputOf<Routes[Name]>;

export type ClientOptions = {
  /** Where the server is, without a slash at the end. Default: the page's own origin. */
  readonly baseUrl?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly fetch?: typeof fetch;
};
export type CallOptions = {
  readonly signal?: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
};

type Arguments<Name extends RouteName> =
  Record<never, never> extends ClientInput<Name>
    ? [input?: ClientInput<Name>, options?: CallOptions]
    : [input: ClientInput<Name>, options?: CallOptions];

export type Client = {
  /** Calls a route. Rejects with `ApiProblem` when the server says no, `TypeError` when it cannot be reached. */
  call<Name extends RouteName>(name: Name, ...args: Arguments<Name>): Promise<ClientOutput<Name>>;
  /** The address of a GET route, for links and downloads. */
  url<Name extends RouteName>(name: Name, ...args: Arguments<Name>): string;
};

/** The server's answer when something went wrong. `problem.detail` says what to do. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly problem: Problem;
  /** Seconds to wait before the same request, when the server named them. */
  readonly retryAfterSeconds: number | undefined;

  constructor(problem: Problem, retryAfterSeconds?: number) {
    super(problem.title);
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

type LooseInput = {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
};

export function createClient(options: ClientOptions = {}): Client {
  const base = options.baseUrl ?? "";
  const request = options.fetch ?? ((input, init) => fetch(input, init));
  return {
    url: (name, ...args) => base + buildPath(routes[name], (args[0] ?? {}) as LooseInput),
    async call(name, ...args) {
      const route: Endpoint = routes[name];
      const input = (args[0] ?? {}) as LooseInput;
      const call = args[1] ?? {};
      const response = await request(base + buildPath(route, input), {
        method: route.method,
        headers: { ...contentType(route, input), ...options.headers, ...call.headers },
        ...encodeBody(route, input),
        ...(call.signal === undefined ? {} : { signal: call.signal }),
      });
      if (!response.ok) throw await readProblem(response);
      return (isStream(route.output) ? response : await response.json()) as ClientOutput<typeof name>;
    },
  };
}

/** Fills the path's parameters and adds the query. Objects in a query become JSON; missing values are left out. */
export function buildPath(route: Endpoint, input: LooseInput): string {
  const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = input.params?.[name];
    if (value === undefined) throw new TypeError(`${route.path} needs ${name}`);
    return encodeURIComponent(String(value));
  });
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input.query ?? {})) {
    if (value === undefined || value === null) continue;
    query.set(name, typeof value === "object" ? JSON.stringify(value) : String(value));
  }
  return query.size === 0 ? path : `${path}?${query}`;
}

function contentType(route: Endpoint, input: LooseInput): Record<string, string> {
  if (input.body === undefined) return {};
  return { "content-type": route.rawBody ? (route.consumes[0] ?? "") : "application/json" };
}

function encodeBody(route: Endpoint, input: LooseInput): RequestInit {
  if (input.body === undefined) return {};
  if (!route.rawBody) return { body: JSON.stringify(input.body) };
  const body = input.body as RawBody;
  return body instanceof ReadableStream ? ({ body, duplex: "half" } as RequestInit) : { body };
}

async function readProblem(response: Response): Promise<ApiProblem> {
  const parsed = problemSchema.safeParse(await response.json().catch(() => undefined));
  const problem = parsed.data ?? {
    type: "about:blank",
    title: `The server answered ${response.status}.`,
    status: response.status,
    code: "INTERNAL",
    detail: "Check that the address leads to a Parlance server.",
    requestId: "",
  };
  const wait = Number(response.headers.get("retry-after") ?? Number.NaN);
  return new ApiProblem(problem, Number.isFinite(wait) ? wait : undefined);
}
