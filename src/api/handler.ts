// The shape of a route's function: it gets the parsed input and who asks, and gives the value that the contract promises.
import type { FastifyRequest } from "fastify";
import type { z } from "zod";
import type { ReadContext } from "../columnar/read/read-context.ts";
import type { Endpoint, ParsedInputOf } from "../contract/endpoint.ts";
import type { RouteName, Routes } from "../contract/routes.ts";
import type { Caller } from "./access/caller.ts";

/** An answer that streams. */
export type StreamAnswer = {
  readonly type: string;
  /** Offered as a download under this name. */
  readonly fileName?: string;
  readonly chunks: AsyncIterable<Uint8Array> | string;
};

export type RequestScope = {
  readonly caller: Caller;
  /** Aborted when the caller goes away before the answer is sent. */
  readonly signal: AbortSignal;
  readonly request: FastifyRequest;
  /** What a read is told: workspace, calendar, clock, smallest group, and the topics of a lens, by default the default one. */
  readContext(lens?: string): Promise<ReadContext>;
};

/** What the contract promises, with everything read-only. */
export type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;

type AnswerOf<E extends Endpoint> = E["output"] extends z.ZodType
  ? DeepReadonly<z.input<E["output"]>>
  : StreamAnswer;

export type Handler<Name extends RouteName> = (
  input: ParsedInputOf<Routes[Name]>,
  scope: RequestScope,
) => Promise<AnswerOf<Routes[Name]>>;

export type Handlers<Names extends RouteName = RouteName> = { readonly [Name in Names]: Handler<Name> };
