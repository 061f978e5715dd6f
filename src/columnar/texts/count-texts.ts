import type { Role } from "../../core/domain.ts";
import { sql } from "../../query/sql.ts";
import type { Columnar, ExecOptions } from "../columnar.ts";

/** How many distinct texts of these roles have a vector of this encoder. */
export async function countTextsWithVector(
  columnar: Columnar,
  wanted: { readonly workspace: string; readonly encoder: string; readonly roles: readonly Role[] },
  options: ExecOptions,
): Promise<number> {
  const [row] = await columnar.query<{ n: string }>(
    sql`SELECT uniqExact(text_hash) AS n FROM utterances FINAL
        WHERE workspace = ${wanted.workspace} AND role IN ${wanted.roles}
          AND text_hash IN (SELECT text_hash FROM vectors WHERE encoder = ${wanted.encoder})`,
    options,
  );
  return Number(row?.n ?? 0);
}
