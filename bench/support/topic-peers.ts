// BERTopic and scikit-learn on the same vectors, in a Python environment that is made under `bench/out` the first time. What a peer
// found on the same vectors is kept beside it, since BERTopic takes half a minute for three thousand texts.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { IntentSet } from "./intent-sets.ts";

const folder = fileURLToPath(new URL("../out/", import.meta.url));
const environment = join(folder, "peers");
const script = fileURLToPath(new URL("./topic_peers.py", import.meta.url));
const FIRST = [
  "numpy==2.2.6",
  "scikit-learn",
  "umap-learn==0.5.12",
  "hdbscan==0.8.44",
  "pandas",
  "plotly",
  "tqdm",
  "pyyaml",
];
const BERTOPIC = "bertopic==0.17.4";

export type PeerResult = {
  readonly labels: readonly number[];
  readonly seconds: number;
  readonly outliers?: number;
};
/** By name: BERTopic, k-means, Ward. */
export type Peers = Readonly<Record<string, PeerResult>>;

/** Makes the environment when need be; gives the reason when it can't be made. */
export function preparePeers(write: (line: string) => void): string | undefined {
  const python = join(environment, "bin", "python");
  if (existsSync(python) && spawnSync(python, ["-c", "import bertopic"]).status === 0) return undefined;
  write("topics: making a Python environment with BERTopic under bench/out/peers");
  const steps: [string, string[]][] = [
    ["python3", ["-m", "venv", environment]],
    [python, ["-m", "pip", "install", "-q", "--only-binary=:all:", ...FIRST]],
    [python, ["-m", "pip", "install", "-q", "--no-deps", BERTOPIC]],
  ];
  for (const [command, args] of steps) {
    const { status, error } = spawnSync(command, args, { stdio: "ignore" });
    if (status !== 0) return `${command} ${args[1] ?? ""} failed${error ? `: ${error.message}` : ""}`;
  }
  return undefined;
}

/** What the peers find; undefined when they fail. `classes` is the number of topics for those that must be told. */
export function runPeers(
  { texts, labels }: IntentSet,
  vectors: Float32Array,
  dimension: number,
): Peers | undefined {
  const bytes = new Uint8Array(vectors.buffer, vectors.byteOffset, vectors.byteLength);
  const hash = createHash("sha256").update(bytes).update(JSON.stringify(texts)).digest("hex").slice(0, 16);
  const known = join(folder, `peers-${hash}.json`);
  if (existsSync(known)) return JSON.parse(readFileSync(known, "utf8")) as Peers;
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `peers-${hash}.f32`);
  writeFileSync(file, bytes);
  const job = {
    vectors: file,
    dimension,
    texts,
    classes: new Set(labels).size,
    seed: 1,
    peers: ["bertopic", "sklearn"],
  };
  const run = spawnSync(join(environment, "bin", "python"), [script], {
    input: JSON.stringify(job),
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (run.status !== 0) return undefined;
  writeFileSync(known, run.stdout);
  return JSON.parse(run.stdout) as Peers;
}
