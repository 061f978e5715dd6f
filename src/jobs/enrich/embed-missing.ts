import type { DistinctText } from "../../columnar/texts/list-texts.ts";
import { loadVectors } from "../../columnar/texts/load-vectors.ts";
import { insertVectors } from "../../columnar/texts/vectors.ts";
import { type EnrichContext, execOptions } from "./enrich-context.ts";

/** Some ten seconds of work, stored before the next begins. */
const STORED_AT_ONCE = 2048;

/** Gives those of some texts a vector that have none; returns how many. */
export async function embedMissing(
  context: Pick<EnrichContext, "columnar" | "encoder" | "signal" | "progress">,
  texts: readonly DistinctText[],
): Promise<number> {
  const { columnar, encoder, signal } = context;
  const { version, dimension } = encoder;
  const options = execOptions(context, "enrich.embed");
  let embedded = 0;
  for (let start = 0; start < texts.length; start += STORED_AT_ONCE) {
    const some = texts.slice(start, start + STORED_AT_ONCE);
    const textHashes = some.map(({ textHash }) => textHash);
    const stored = await loadVectors(columnar, { encoder: version, dimension, textHashes }, options);
    const missing = some.filter(({ textHash }) => !stored.has(textHash));
    if (missing.length === 0) continue;
    const vectors = await encoder.embed(
      missing.map(({ text }) => text),
      {
        ...(signal !== undefined && { signal }),
        onProgress: (done) => context.progress?.(start + done, texts.length, "encoding texts"),
      },
    );
    await insertVectors(
      columnar,
      version,
      missing.flatMap(({ textHash }, at) => {
        const vector = vectors[at];
        return vector === undefined ? [] : [{ textHash, vector }];
      }),
      options,
    );
    embedded += missing.length;
  }
  return embedded;
}
