// Python packages that benches compare with, in a virtual environment of their own under bench/out. Made once; a machine that
// has no Python or no package index says so, and the bench leaves its peers out.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const OUT = fileURLToPath(new URL("../out", import.meta.url));

export type PeerEnvironment = {
  /** Runs a script of bench/peers; returns what it printed. Throws with its last lines when it fails. */
  run(script: string, args: readonly string[]): string;
};

/**
 * Opens the environment that holds exactly these packages (`name==version`), making it when it is not there. Returns
 * the reason instead when that cannot be done.
 */
export function openPeerEnvironment(
  name: string,
  requirements: readonly string[],
  write: (line: string) => void,
): PeerEnvironment | string {
  const folder = join(OUT, `peers-${name}`);
  const python = join(folder, "bin", "python");
  const done = join(folder, "requirements.txt");
  const wanted = `${requirements.join("\n")}\n`;
  if (!existsSync(done)) {
    write(`making ${folder} with ${requirements.join(", ")}`);
    mkdirSync(OUT, { recursive: true });
    const failed =
      failureOf(spawnSync("python3", ["-m", "venv", folder], { encoding: "utf8" })) ??
      failureOf(spawnSync(python, ["-m", "pip", "install", "-q", ...requirements], { encoding: "utf8" }));
    if (failed !== undefined) return `no peers: ${failed}`;
    writeFileSync(done, wanted);
  }
  return {
    run(script, args) {
      const path = fileURLToPath(new URL(`../peers/${script}`, import.meta.url));
      const ended = spawnSync(python, [path, ...args], { encoding: "utf8", maxBuffer: 2 ** 28 });
      const failed = failureOf(ended);
      if (failed !== undefined) throw new Error(`${script}: ${failed}`);
      return ended.stdout;
    },
  };
}

function failureOf(ended: ReturnType<typeof spawnSync>): string | undefined {
  if (ended.error !== undefined) return ended.error.message;
  if (ended.status === 0) return undefined;
  return String(ended.stderr).trim().split("\n").slice(-3).join(" ");
}
