import type { DiscoverOptions, DiscoverProgress, DiscoverResult } from "../topics/topic-types.ts";

export type TopicWorkerData = Omit<DiscoverOptions, "onProgress" | "signal">;

export type TopicWorkerMessage =
  | { readonly kind: "progress"; readonly progress: DiscoverProgress }
  | { readonly kind: "result"; readonly result: DiscoverResult }
  | { readonly kind: "failed"; readonly isRange: boolean; readonly problem: string };
