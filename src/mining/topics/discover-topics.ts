// Topic discovery from vectors and texts to named topics: select, represent, graph, cluster, name, match. Pure and
// deterministic: the same input and seed give the same topics. Where it runs and what it reads is the caller's business.
import { buildTree } from "./build-tree.ts";
import { type Clusters, clusterTexts } from "./cluster-texts.ts";
import { constrainGroups } from "./constrain-groups.ts";
import { describeTopics } from "./describe-topics.ts";
import { holdTexts } from "./hold-texts.ts";
import { keepIdentity } from "./keep-identity.ts";
import { placeTexts } from "./place-texts.ts";
import { joinBesidesPlaceholders } from "./placeholders.ts";
import { takeRows, unitRows } from "./rows.ts";
import { KEPT, OTHER_LANGUAGE, selectTexts, TOO_SHORT } from "./select-texts.ts";
import {
  DISCOVER_STAGES,
  type DiscoverOptions,
  type DiscoverResult,
  type DiscoverStage,
} from "./topic-types.ts";

/** Where each stage starts in the whole run, by the time it takes on 100,000 texts; the last number is the end. */
const STAGE_STARTS = [0, 0.02, 0.65, 0.67, 0.8, 0.9, 0.91, 1] as const;

/**
 * Finds topics. Texts take part once each: give repeats as weights. Throws RangeError when vectors and texts don't fit
 * each other, and the signal's reason when it aborts.
 */
export function discoverTopics(options: DiscoverOptions): DiscoverResult {
  checkShapes(options);
  const { texts, weights } = options;
  const report = (stage: DiscoverStage, within = 0) => {
    options.signal?.throwIfAborted();
    const place = DISCOVER_STAGES.indexOf(stage);
    const start = STAGE_STARTS[place] as number;
    const share = start + ((STAGE_STARTS[place + 1] as number) - start) * within;
    options.onProgress?.({ stage, share });
  };
  report("select");
  const verdicts = selectTexts(texts, options.languages, weights);
  const kept = texts.flatMap((_, row) => (verdicts[row] === KEPT ? [row] : []));
  const rows = joinBesidesPlaceholders(unitRows(options.vectors, options.dimension), texts);
  const chosen = kept.length === texts.length ? rows : takeRows(rows, kept);
  const clusters: Clusters = clusterTexts(chosen, {
    seed: options.seed,
    onStage: report,
    ...(options.k === undefined ? {} : { k: Math.max(1, Math.floor(options.k)) }),
    ...countBefore(options.previous),
    ...(options.granularity === undefined ? {} : { granularity: options.granularity }),
  });
  report("name");
  const raw = new Int32Array(texts.length).fill(-1);
  kept.forEach((row, at) => {
    raw[row] = clusters.groups[at] as number;
  });
  const previous = options.previous ?? { topics: [] };
  const constrained = constrainGroups(
    rows,
    holdTexts(rows, raw, previous, clusters.anisotropy),
    previous,
    clusters.anisotropy,
  );
  const minimumSize = options.minimumSize ?? (options.k === undefined ? defaultMinimumSize(kept.length) : 1);
  const placed = placeTexts(rows, constrained.groups, {
    hadTopic: (row) => (previous.assignment?.[row] ?? 0) > 0,
    minimumSize,
    keepUnassigned: options.keepUnassigned ?? true,
    heldRows: constrained.held,
    heldGroups: new Set(constrained.continues.keys()),
    ...(weights === undefined ? {} : { weights }),
  });
  const count = placed.groupOf.length;
  const described = describeTopics(rows, texts, placed.assignment, count, weights);
  report("match");
  const forced = Int32Array.from(placed.groupOf, (group) => constrained.continues.get(group) ?? -1);
  const identity = keepIdentity(described, placed.assignment, previous, {
    anisotropy: clusters.anisotropy,
    forced,
  });
  report("tree");
  const tree = buildTree(rows, identity.topics, placed.assignment, {
    texts,
    minimumSize: Math.max(minimumSize, defaultMinimumSize(kept.length)),
    previous,
    ...(weights === undefined ? {} : { weights }),
  });
  report("tree", 1);
  return {
    ...tree,
    retired: identity.retired,
    assignment: placed.assignment,
    confidence: placed.confidence,
    unassignedReasons: {
      too_short: countVerdicts(verdicts, TOO_SHORT),
      other_language: countVerdicts(verdicts, OTHER_LANGUAGE),
      between_topics: placed.betweenTopics,
      small_group: placed.smallGroup,
    },
    reason: clusters.reason,
  };
}

/** How many topics the texts had. */
function countBefore(previous: DiscoverOptions["previous"]): { before?: number } {
  const living = new Set(previous?.topics.map(({ id }) => id));
  const had = new Set(Array.from(previous?.assignment ?? []).filter((id) => living.has(id)));
  return had.size === 0 ? {} : { before: had.size };
}

/** 3 up to some 600 texts, 6 at 3,000, 40 at 100,000. */
export function defaultMinimumSize(count: number): number {
  return Math.max(3, Math.floor(Math.sqrt(count) / 8));
}

function checkShapes({ vectors, dimension, texts, weights, languages }: DiscoverOptions): void {
  if (!Number.isInteger(dimension) || dimension < 1) throw new RangeError("dimension must be at least 1");
  if (vectors.length !== texts.length * dimension) {
    throw new RangeError(
      `${vectors.length} numbers are not ${texts.length} vectors of ${dimension} dimensions`,
    );
  }
  for (const [name, list] of Object.entries({ weights, languages })) {
    if (list !== undefined && list.length !== texts.length) {
      throw new RangeError(`${name} has ${list.length} entries for ${texts.length} texts`);
    }
  }
}

function countVerdicts(verdicts: Uint8Array, verdict: number): number {
  return verdicts.reduce((sum, one) => sum + (one === verdict ? 1 : 0), 0);
}
