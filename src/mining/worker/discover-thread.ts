// The thread that discovers topics.
import { discoverTopics } from "../topics/discover-topics.ts";
import type { DiscoverOptions, DiscoverProgress, DiscoverResult } from "../topics/topic-types.ts";
import { answerFromThread } from "./run-in-thread.ts";

const PROGRESS_STEP = 0.01;

answerFromThread<DiscoverOptions, DiscoverResult, DiscoverProgress>(
  (options, report) => {
    let shown = -1;
    return discoverTopics({
      ...options,
      onProgress: (progress) => {
        if (progress.share - shown < PROGRESS_STEP) return;
        shown = progress.share;
        report(progress);
      },
    });
  },
  ({ assignment, confidence, subtopicAssignment }) => [
    assignment.buffer,
    confidence.buffer,
    subtopicAssignment.buffer,
  ],
);
