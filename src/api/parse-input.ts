// What a caller sends, read by the contract: over HTTP, or in this process for the command line.
import type { z } from "zod";
import type { Endpoint } from "../contract/endpoint.ts";

export type GivenInput = { readonly params?: unknown; readonly query?: unknown; readonly body?: unknown };

/** Which part was wrong, `body`, `query` or `params`, and how. */
export class InvalidInput extends Error {
  readonly part: string;
  readonly issues: z.core.$ZodIssue[];

  constructor(part: string, error: z.ZodError) {
    super("invalid input");
    this.part = part;
    this.issues = error.issues;
  }
}

/** Throws InvalidInput. The body of a route that reads it itself is left alone. */
export function parseInput({ input, rawBody }: Endpoint, given: GivenInput) {
  const parse = (part: keyof GivenInput, value: unknown): unknown => {
    const parsed = input[part].safeParse(value);
    if (!parsed.success) throw new InvalidInput(part, parsed.error);
    return parsed.data;
  };
  return {
    params: parse("params", given.params ?? {}),
    query: parse("query", given.query ?? {}),
    body: rawBody ? undefined : parse("body", given.body ?? undefined),
  };
}
