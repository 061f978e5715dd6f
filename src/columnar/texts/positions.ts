// Where distinct texts lie on a workspace's map. A layout is written whole under one version; what an older one left is then
// taken away.
import { empty, ident, sql } from "../../query/sql.ts";
import type { Columnar, ExecOptions } from "../columnar.ts";

const WRITTEN_AT_ONCE = 50_000;

/** Replaces the map of a workspace, or of one of its lenses beside the default one. `places` holds two coordinates a text, in the order of the hashes. */
export async function replacePositions(
  columnar: Columnar,
  workspace: string,
  layout: {
    readonly lensId?: string | undefined;
    readonly textHashes: readonly string[];
    readonly places: Float32Array;
  },
  options: ExecOptions,
): Promise<void> {
  const version = Date.now();
  const { lensId } = layout;
  const table = lensId === undefined ? "text_positions" : "lens_positions";
  for (let start = 0; start < layout.textHashes.length; start += WRITTEN_AT_ONCE) {
    const rows = layout.textHashes.slice(start, start + WRITTEN_AT_ONCE).map((text_hash, at) => ({
      workspace,
      ...(lensId !== undefined && { lens: lensId }),
      text_hash,
      x: layout.places[2 * (start + at)] ?? 0,
      y: layout.places[2 * (start + at) + 1] ?? 0,
      version,
    }));
    await columnar.insert(table, rows, options);
  }
  await columnar.exec(
    sql`DELETE FROM ${ident(table)} WHERE workspace = ${workspace}${lensId === undefined ? empty : sql` AND lens = ${lensId}`} AND version < ${version}`,
    options,
  );
}
