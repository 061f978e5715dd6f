// What a route is, as data: the server, the OpenAPI description, the typed client and the tests are all made from it.
// Everything in this folder also runs in a browser.
import { z } from "zod";

/** Who may call: anyone at all, or someone who may read, change data, or administer the workspace. */
export const ACCESS = ["public", "read", "write", "admin"] as const;
export type Access = (typeof ACCESS)[number];

const RANK: Readonly<Record<Access, number>> = { public: 0, read: 1, write: 2, admin: 3 };

/** Whether what someone may do covers what is asked for. The server's guard decides by it; pages only word themselves so. */
export function covers(has: Access, needs: Access): boolean {
  return RANK[has] >= RANK[needs];
}

export type Method = "GET" | "POST" | "PATCH" | "DELETE";

/** An answer that is not one JSON value: these are the content types it may have. */
export type StreamOutput = { readonly stream: readonly string[] };

export type Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Output extends z.ZodType | StreamOutput = z.ZodType | StreamOutput,
> = {
  readonly method: Method;
  /** With `:name` for parameters: `/v1/topics/:id`. */
  readonly path: string;
  readonly tag: string;
  /** One line, verb first, no full stop. */
  readonly summary: string;
  readonly access: Access;
  readonly input: { readonly params: Params; readonly query: Query; readonly body: Body };
  /** `application/json` unless said; a raw body is any of the other types and is not parsed by the contract. */
  readonly consumes: readonly string[];
  /** Whether the body reaches the function as the raw stream. */
  readonly rawBody: boolean;
  readonly output: Output;
  /** Status of success, 200 unless said. */
  readonly status: number;
};

const nothing = z.object({});
const noBody = z.undefined();
export type NoInput = typeof nothing;
export type NoBody = typeof noBody;

/** What a raw body may be on the caller's side. */
export type RawBody = Blob | ArrayBuffer | Uint8Array<ArrayBuffer> | string | ReadableStream<Uint8Array>;
const rawBodySchema = z.custom<RawBody>(() => true);
export type RawBodySchema = typeof rawBodySchema;

type EndpointSpec<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  O extends z.ZodType | StreamOutput,
> = {
  readonly method: Method;
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly access: Access;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly status?: number;
  readonly output: O;
};

export function endpoint<
  O extends z.ZodType | StreamOutput,
  P extends z.ZodType = NoInput,
  Q extends z.ZodType = NoInput,
  B extends z.ZodType = NoBody,
>(spec: EndpointSpec<P, Q, B, O>): Endpoint<P, Q, B, O> {
  return {
    method: spec.method,
    path: spec.path,
    tag: spec.tag,
    summary: spec.summary,
    access: spec.access,
    input: {
      params: spec.params ?? (nothing as unknown as P),
      query: spec.query ?? (nothing as unknown as Q),
      body: spec.body ?? (noBody as unknown as B),
    },
    consumes: ["application/json"],
    rawBody: false,
    output: spec.output,
    status: spec.status ?? 200,
  };
}

/** An endpoint whose body is taken as the bytes that come, in constant memory. */
export function rawEndpoint<
  O extends z.ZodType | StreamOutput,
  P extends z.ZodType = NoInput,
  Q extends z.ZodType = NoInput,
>(
  spec: Omit<EndpointSpec<P, Q, RawBodySchema, O>, "body"> & { readonly consumes: readonly string[] },
): Endpoint<P, Q, RawBodySchema, O> {
  return { ...endpoint({ ...spec, body: rawBodySchema }), consumes: spec.consumes, rawBody: true };
}

export function isStream(output: z.ZodType | StreamOutput): output is StreamOutput {
  return "stream" in output;
}

/** What a caller gives. Parts without content may be left out. */
export type InputOf<E extends Endpoint> = PartOf<"params", z.input<E["input"]["params"]>> &
  PartOf<"query", z.input<E["input"]["query"]>> &
  PartOf<"body", z.input<E["input"]["body"]>>;

type PartOf<Name extends string, Part> = [Part] extends [undefined]
  ? { readonly [K in Name]?: undefined }
  : Record<never, never> extends Part
    ? { readonly [K in Name]?: Part }
    : { readonly [K in Name]: Part };

/** What the server's function gets, after parsing. */
export type ParsedInputOf<E extends Endpoint> = {
  readonly params: z.output<E["input"]["params"]>;
  readonly query: z.output<E["input"]["query"]>;
  readonly body: z.output<E["input"]["body"]>;
};

/** What comes back: the parsed value, or the untouched `Response` of a stream. */
export type OutputOf<E extends Endpoint> = E["output"] extends z.ZodType ? z.output<E["output"]> : Response;
