// The filter tree: what the filter bar shows, the URL carries and the query layer turns into SQL. Conditions name a field
// of `fields.ts`; a condition finer than what is counted means "has at least one"; conditions under one `same` are met by
// one and the same utterance; `not` means none. Browser-safe.
import { z } from "zod";

export type FilterValue = string | number | boolean;

export type Condition =
  /** The field has one of the values. For attributes of kind boolean the values are `true` and `false`. */
  | { readonly op: "in"; readonly field: string; readonly values: readonly FilterValue[] }
  /** Half-open: `from` is in, `to` is out. Numbers, or ISO 8601 times for fields of time. */
  | { readonly op: "range"; readonly field: string; readonly from?: FilterValue; readonly to?: FilterValue }
  /** The text has these words in this order, upper and lower case alike. */
  | { readonly op: "contains"; readonly field: string; readonly text: string }
  /** The field is known at all. */
  | { readonly op: "exists"; readonly field: string };

export type Filter =
  | Condition
  | { readonly op: "and"; readonly filters: readonly Filter[] }
  | { readonly op: "or"; readonly filters: readonly Filter[] }
  | { readonly op: "not"; readonly filter: Filter }
  /** One and the same utterance meets all of these. */
  | { readonly op: "same"; readonly filters: readonly Condition[] }
  /** A saved filter, by its id. The server puts the saved tree in its place. */
  | { readonly op: "audience"; readonly id: string };

const field = z.string().min(1).max(200);
const value = z.union([z.string().max(2000), z.number(), z.boolean()]);

export const conditionSchema: z.ZodType<Condition> = z.discriminatedUnion("op", [
  z.strictObject({ op: z.literal("in"), field, values: z.array(value).min(1).max(1000) }),
  z.strictObject({ op: z.literal("range"), field, from: value.optional(), to: value.optional() }),
  z.strictObject({ op: z.literal("contains"), field, text: z.string().min(1).max(500) }),
  z.strictObject({ op: z.literal("exists"), field }),
]);

export const filterSchema: z.ZodType<Filter> = z
  .lazy(() =>
    z.union([
      conditionSchema,
      z.strictObject({ op: z.literal("and"), filters: z.array(filterSchema).max(100) }),
      z.strictObject({ op: z.literal("or"), filters: z.array(filterSchema).min(1).max(100) }),
      z.strictObject({ op: z.literal("not"), filter: filterSchema }),
      z.strictObject({ op: z.literal("same"), filters: z.array(conditionSchema).min(1).max(20) }),
      z.strictObject({ op: z.literal("audience"), id: z.string().min(1).max(100) }),
    ]),
  )
  .meta({ id: "Filter" });

/** Lets everything through. */
export const everything: Filter = { op: "and", filters: [] };
