// Where distinct texts lie on a workspace's map. A layout is written whole under one version; what an older one left is then
// taken away.
import { sql } from "../../query/sql.ts";
import type { Columnar, ExecOptions } from "../columnar.ts";

const WRITTEN_AT_ONCE = 50_000;

/** Replaces the map of a workspace. `places` holds two coordinates a text, in the order of the hashes. */
export async function replacePositions(
  columnar: Columnar,
  workspace: string,
  layout: { readonly textHashes: readonly string[]; readonly places: Float32Array },
  options: ExecOptions,
): Promise<void> {
  const version = Date.now();
  for (let start = 0; start < layout.textHashes.length; start += WRITTEN_AT_ONCE) {
    const rows = layout.textHashes.slice(start, start + WRITTEN_AT_ONCE).map((text_hash, at) => ({
      workspace,
      text_hash,
      x: layout.places[2 * (start + at)] ?? 0,
      y: layout.places[2 * (start + at) + 1] ?? 0,
      version,
    }));
    await columnar.insert("text_positions", rows, options);
  }
  await columnar.exec(
    sql`DELETE FROM text_positions WHERE workspace = ${workspace} AND version < ${version}`,
    options,
  );
}
