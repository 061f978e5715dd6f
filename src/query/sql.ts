// The `sql` tag: every interpolation is bound as a parameter (`{p1:String}`), positionally; nothing is ever spliced.
// Identifiers go through `ident()`; fragments nest and are renumbered when the statement is made.

const FRAGMENT = Symbol("sql fragment");

type Piece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "value"; readonly value: SqlValue; readonly type: string };

export type SqlValue = string | number | boolean | bigint | Date | readonly SqlValue[];

/** A piece of SQL with its values beside it. Made only by `sql`, `ident`, `typed`, `join` and `empty`. */
export type Sql = { readonly [FRAGMENT]: true; readonly pieces: readonly Piece[] };

/** A statement ready for the engine: text with `{p1:Type}` places, and the values by those names. */
export type Statement = { readonly text: string; readonly params: Readonly<Record<string, SqlValue>> };

function fragment(pieces: readonly Piece[]): Sql {
  return { [FRAGMENT]: true, pieces };
}

function isSql(value: unknown): value is Sql {
  return typeof value === "object" && value !== null && FRAGMENT in value;
}

/** Infers the ClickHouse type of a value. An empty array is an array of strings; say otherwise with `typed`. */
function inferType(value: SqlValue): string {
  if (typeof value === "string") return "String";
  if (typeof value === "boolean") return "Bool";
  if (typeof value === "bigint") return "UInt64";
  if (typeof value === "number") return Number.isInteger(value) ? "Int64" : "Float64";
  if (value instanceof Date) return "DateTime64(3, 'UTC')";
  return `Array(${value.length === 0 ? "String" : inferType(value[0] as SqlValue)})`;
}

export function sql(texts: TemplateStringsArray, ...values: readonly (Sql | SqlValue)[]): Sql {
  const pieces: Piece[] = [];
  texts.forEach((text, index) => {
    if (text !== "") pieces.push({ kind: "text", text });
    if (index >= values.length) return;
    const value = values[index] as Sql | SqlValue;
    if (isSql(value)) pieces.push(...value.pieces);
    else pieces.push({ kind: "value", value, type: inferType(value) });
  });
  return fragment(pieces);
}

/** Binds a value under a type that its JavaScript form does not show, such as `typed(id, "UUID")`. */
export function typed(value: SqlValue, type: string): Sql {
  if (!/^[A-Za-z0-9_(), ']+$/.test(type)) throw new TypeError(`not a ClickHouse type: ${type}`);
  return fragment([{ kind: "value", value, type }]);
}

/** A column or table name, quoted. Refuses what could leave the quotes. */
export function ident(name: string): Sql {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) throw new TypeError(`not an identifier: ${name}`);
  return fragment([{ kind: "text", text: `\`${name}\`` }]);
}

/** Joins fragments with a separator written in the code, such as `join(conditions, " AND ")`. */
export function join(
  fragments: readonly Sql[],
  separator: ", " | " AND " | " OR " | "\n" | " UNION ALL ",
): Sql {
  return fragment(
    fragments.flatMap((part, index) =>
      index === 0 ? part.pieces : [{ kind: "text", text: separator } as const, ...part.pieces],
    ),
  );
}

export const empty: Sql = fragment([]);

/** Numbers the values and prints the statement. */
export function toStatement(source: Sql): Statement {
  const params: Record<string, SqlValue> = {};
  let count = 0;
  const text = source.pieces
    .map((piece) => {
      if (piece.kind === "text") return piece.text;
      count += 1;
      params[`p${count}`] = piece.value;
      return `{p${count}:${piece.type}}`;
    })
    .join("");
  return { text, params };
}
