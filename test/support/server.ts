// The whole product in a process of its own, on a data directory that the test throws away.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startParlance } from "./command-line.ts";

export type TestServer = {
  readonly url: string;
  readonly dataDir: string;
  readonly stderr: () => string;
  stop(): Promise<number | null>;
};

/** Starts the server on a free port and waits until it says where it is. */
export async function startServer(env: Record<string, string> = {}): Promise<TestServer> {
  const dataDir = mkdtempSync(join(tmpdir(), "parlance-server-"));
  const running = startParlance(["start", "--port", "0", "--data-dir", dataDir, "--no-open"], { env });
  let output = "";
  let errors = "";
  running.child.stderr?.on("data", (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const url = await new Promise<string>((resolve, reject) => {
    running.child.stdout?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const found = /Parlance is at (http:\/\/\S+)/.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    });
    void running.finished.then(({ stderr }) => reject(new Error(`the server did not start:\n${stderr}`)));
  });
  return {
    url,
    dataDir,
    stderr: () => errors,
    async stop() {
      running.child.kill("SIGTERM");
      const { code } = await running.finished;
      rmSync(dataDir, { recursive: true, force: true });
      return code;
    },
  };
}

/** Asks until the answer fits; the end-to-end tests' only way of waiting. */
export async function until<T>(
  ask: () => Promise<T>,
  fits: (answer: T) => boolean,
  limitMs = 120_000,
): Promise<T> {
  const startedMs = Date.now();
  for (;;) {
    const answer = await ask();
    if (fits(answer)) return answer;
    if (Date.now() - startedMs > limitMs)
      throw new Error(`waited ${limitMs} ms; the last answer: ${JSON.stringify(answer).slice(0, 500)}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
