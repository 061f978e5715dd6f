// Lays the customers' texts that may bear an intent out on the map of topics. A workspace with more than the map holds gets a
// sample of them: those with the lowest hashes, which is fair and the same every time.
import { loadTopicTexts } from "../../columnar/texts/load-topic-texts.ts";
import { replacePositions } from "../../columnar/texts/positions.ts";
import { topicRowsOf } from "../../columnar/texts/topic-rows.ts";
import { layoutMapInWorker } from "../../mining/worker/layout-in-worker.ts";
import { type EnrichContext, execOptions } from "../enrich/enrich-context.ts";

/** 200,000 texts of 384 numbers are 300 MB while the map is made. */
const MOST_TEXTS = 200_000;
const SEED = 1;

/** The map of the default lens or of another. Returns how many texts lie on it. Throws AppError CANCELLED when the signal aborts; the old map stays then. */
export async function layOutMap(
  context: Pick<EnrichContext, "columnar" | "encoder" | "workspace" | "signal" | "progress">,
  lensId?: string,
): Promise<number> {
  const { columnar, encoder, workspace, signal } = context;
  const options = execOptions(context, "topics.map");
  const { dimension } = encoder;
  const loaded = await loadTopicTexts(
    columnar,
    { ...topicRowsOf(workspace, lensId), encoder: encoder.version, dimension },
    options,
  );
  const textHashes = loaded.textHashes.slice(0, MOST_TEXTS);
  const count = textHashes.length;
  const places = await layoutMapInWorker({
    vectors: loaded.vectors.slice(0, count * dimension),
    dimension,
    seed: SEED,
    ...(signal !== undefined && { signal }),
    onShare: (share) => context.progress?.(Math.round(share * count), count, "drawing the map"),
  });
  await replacePositions(columnar, workspace, { lensId, textHashes, places }, options);
  return count;
}
