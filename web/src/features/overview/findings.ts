// What stands out: two or three findings in words, each more than chance gives over all that was looked at, and large enough
// to matter. Pure; every finding knows the filter and the time that open its conversations.
import type { Topic } from "../../../../src/contract/topics.ts";
import type { Filter } from "../../../../src/query/filter.ts";
import { countsP, holdsUp, median, normalP, sharesP } from "../../ui/chance.ts";
import { formatChange, formatCount, formatShare } from "../../ui/format.ts";

export type Finding = {
  readonly id: string;
  /** What it is about: the part that opens. */
  readonly subject: string;
  readonly says: string;
  readonly filter?: Filter;
  /** Index of the bucket that it is about; the whole window without. */
  readonly bucket?: number;
};

type Candidate = Finding & { readonly p: number; readonly isLarge: boolean };

/** A share by its hits and its whole, now and before. */
export type ShareChange = {
  readonly id: string;
  readonly subject: string;
  readonly now: { readonly value: number | null; readonly n: number };
  readonly before: { readonly value: number | null; readonly n: number };
  readonly filter: Filter;
};

export type FindingsInput = {
  readonly conversations: { readonly now: number; readonly before: number | null };
  readonly shares: readonly ShareChange[];
  readonly topics: readonly Topic[];
  /** Buckets of the sparklines that are whole. */
  readonly wholeBuckets: number;
  readonly nameBucket: (index: number) => string;
};

const FALSE_DISCOVERY_RATE = 0.05;
const SHOWN = 3;
const LEAST_CHANGE = 0.15;
const LEAST_COUNT = 20;
const LEAST_PEAK_RATIO = 2;
const LEAST_BUCKETS = 6;
/** Makes the median absolute deviation comparable with a standard deviation. */
const MAD_SCALE = 1.4826;

/** Candidates that hold up, the surest first; a topic is named once. */
export function findFindings(input: FindingsInput): readonly Finding[] {
  const candidates = [
    ...volumeChange(input),
    ...input.shares.flatMap(shareChange),
    ...input.topics.flatMap((topic) => [...topicChange(topic), ...topicPeak(topic, input)]),
  ];
  const holds = holdsUp(
    candidates.map(({ p }) => p),
    FALSE_DISCOVERY_RATE,
  );
  const sure = candidates
    .filter((candidate, index) => holds[index] && candidate.isLarge)
    .toSorted((one, other) => one.p - other.p);
  const seen = new Set<string>();
  const shown: Finding[] = [];
  for (const { p: _, isLarge: __, ...finding } of sure) {
    if (seen.has(finding.subject)) continue;
    seen.add(finding.subject);
    shown.push(finding);
  }
  return shown.slice(0, SHOWN);
}

function isLargeChange(now: number, before: number): boolean {
  return Math.max(now, before) >= LEAST_COUNT && Math.abs(now - before) >= LEAST_CHANGE * before;
}

function volumeChange({ conversations: { now, before } }: FindingsInput): Candidate[] {
  if (before === null || before === 0) return [];
  const verb = now > before ? "rose" : "fell";
  const says = `${verb} to ${formatCount(now)} (${formatChange(now / before - 1)}, from ${formatCount(before)})`;
  return [
    {
      id: "volume",
      subject: "Conversations",
      says,
      p: countsP(now, before),
      isLarge: isLargeChange(now, before),
    },
  ];
}

function shareChange({ id, subject, now, before, filter }: ShareChange): Candidate[] {
  if (now.value === null || before.value === null) return [];
  const p = sharesP(now.value * now.n, now.n, before.value * before.n, before.n);
  const verb = now.value > before.value ? "rose" : "fell";
  const says = `${verb} to ${formatShare(now.value)} of ${formatCount(now.n)} (from ${formatShare(before.value)} of ${formatCount(before.n)})`;
  const isLarge =
    Math.abs(now.value - before.value) >= 0.02 && now.n >= LEAST_COUNT && before.n >= LEAST_COUNT;
  return [{ id, subject, says, filter, p, isLarge }];
}

function topicFilter(topic: Topic): Filter {
  return { op: "in", field: "topic", values: [topic.id] };
}

/** The topic's share of all conversations has changed: a change of volume alone is none of the topic's. */
function topicChange(topic: Topic): Candidate[] {
  const { previous, share, conversations } = topic;
  if (previous === null) return [];
  const before = previous.conversations;
  const p = sharesP(conversations, share.n, before, previous.share.n);
  const verb = conversations > before ? "rose" : "fell";
  const change = before === 0 ? "new" : formatChange(conversations / before - 1);
  return [
    {
      id: `topic-${topic.id}-change`,
      subject: topic.name,
      says: `${verb} to ${formatCount(conversations)} conversations (${change}, from ${formatCount(before)})`,
      filter: topicFilter(topic),
      p,
      isLarge: isLargeChange(conversations, before),
    },
  ];
}

/** One bucket stands far above the topic's usual ones. The p-value counts that every bucket could have been it. */
function topicPeak(topic: Topic, input: FindingsInput): Candidate[] {
  const counts = topic.sparkline.slice(0, input.wholeBuckets);
  if (counts.length < LEAST_BUCKETS) return [];
  const highest = Math.max(...counts);
  const bucket = counts.indexOf(highest);
  const others = counts.toSpliced(bucket, 1);
  const usual = median(others);
  const spread = Math.max(
    1,
    Math.sqrt(usual),
    MAD_SCALE * median(others.map((count) => Math.abs(count - usual))),
  );
  return [
    {
      id: `topic-${topic.id}-peak`,
      subject: topic.name,
      says: `peaked ${input.nameBucket(bucket)}: ${formatCount(highest)} conversations, where ${formatCount(Math.round(usual))} are usual`,
      filter: topicFilter(topic),
      bucket,
      p: Math.min(1, counts.length * normalP((highest - usual) / spread)),
      isLarge: highest >= LEAST_COUNT && highest >= LEAST_PEAK_RATIO * usual,
    },
  ];
}
