// The thread that discovers topics. Progress goes out as it comes; the arrays of the result are handed over, not copied.
import { parentPort, workerData } from "node:worker_threads";
import { discoverTopics } from "../topics/discover-topics.ts";
import type { TopicWorkerData, TopicWorkerMessage } from "./topic-worker-messages.ts";

const PROGRESS_STEP = 0.01;

function send(message: TopicWorkerMessage, transfer: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer);
}

let shown = -1;
try {
  const result = discoverTopics({
    ...(workerData as TopicWorkerData),
    onProgress: (progress) => {
      if (progress.share - shown < PROGRESS_STEP) return;
      shown = progress.share;
      send({ kind: "progress", progress });
    },
  });
  const { assignment, confidence, subtopicAssignment } = result;
  const arrays = [assignment.buffer, confidence.buffer, subtopicAssignment.buffer] as ArrayBuffer[];
  send({ kind: "result", result }, arrays);
} catch (error) {
  // A RangeError says which sizes don't fit. The message of any other error could quote a text, so only its place leaves.
  const problem =
    error instanceof RangeError
      ? error.message
      : error instanceof Error
        ? `${error.name} ${error.stack?.split("\n")[1]?.trim() ?? ""}`
        : "unknown";
  send({ kind: "failed", isRange: error instanceof RangeError, problem });
}
