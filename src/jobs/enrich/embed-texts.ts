// Gives every distinct customer text that may bear an intent its vector. Each batch is stored before the next begins: a kill
// loses one batch at most, and a second run goes on where the first stopped.
import { listNextTextsWithoutVector } from "../../columnar/texts/list-next-texts.ts";
import { insertVectors } from "../../columnar/texts/vectors.ts";
import { bearsIntent } from "../../mining/topics/bears-intent.ts";
import { type EnrichContext, execOptions } from "./enrich-context.ts";

const LISTED_AT_ONCE = 50_000;
/** Some ten seconds of work. */
const STORED_AT_ONCE = 2048;

/** Returns how many texts got a vector. */
export async function embedTexts(context: EnrichContext): Promise<number> {
  const { columnar, encoder, workspace } = context;
  const options = execOptions(context, "enrich.embed");
  let after = "0";
  let embedded = 0;
  for (;;) {
    const listed = await listNextTextsWithoutVector(
      columnar,
      { workspace, encoder: encoder.version, roles: ["customer"], after, limit: LISTED_AT_ONCE },
      options,
    );
    const last = listed.at(-1);
    if (last === undefined) return embedded;
    after = last.textHash;
    const wanted = listed.filter(({ text }) => bearsIntent(text));
    const known = listed.length < LISTED_AT_ONCE ? embedded + wanted.length : undefined;
    for (let start = 0; start < wanted.length; start += STORED_AT_ONCE) {
      const batch = wanted.slice(start, start + STORED_AT_ONCE);
      const before = embedded;
      const vectors = await encoder.embed(
        batch.map(({ text }) => text),
        {
          ...(context.signal !== undefined && { signal: context.signal }),
          onProgress: (done) => context.progress?.(before + done, known, "encoding texts"),
        },
      );
      await insertVectors(
        columnar,
        encoder.version,
        batch.flatMap(({ textHash }, at) => {
          const vector = vectors[at];
          return vector === undefined ? [] : [{ textHash, vector }];
        }),
        options,
      );
      embedded += batch.length;
    }
  }
}
