// A PostgreSQL server for a test: Debian's binaries on a free port with a directory of its own. PostgreSQL refuses to run as
// root, so a root test starts it as the user `postgres`.
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { access, chown, mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";

const run = promisify(execFile);

export type TestPostgres = {
  /** A URL to a fresh, empty database on the server. */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
};

/** Where `initdb` and `postgres` lie; undefined when they are not installed. */
export async function findPostgresBinaries(): Promise<string | undefined> {
  const debian = "/usr/lib/postgresql";
  const versions = await readdir(debian).catch(() => []);
  const newestFirst = versions
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(debian, version, "bin"));
  for (const folder of [...newestFirst, "/usr/local/bin", "/opt/homebrew/bin"]) {
    const found = await Promise.all([access(join(folder, "initdb")), access(join(folder, "postgres"))]).then(
      () => true,
      () => false,
    );
    if (found) return folder;
  }
  return undefined;
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}

async function readUserIds(user: string): Promise<{ uid: number; gid: number }> {
  const [uid, gid] = await Promise.all(
    ["-u", "-g"].map(async (flag) => Number((await run("id", [flag, user])).stdout)),
  );
  return { uid: uid ?? 0, gid: gid ?? 0 };
}

async function waitUntilReady(url: string, server: ChildProcess): Promise<void> {
  for (;;) {
    if (server.exitCode !== null) throw new Error("the PostgreSQL server for the test did not start");
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** Starts a server, or returns undefined when PostgreSQL is not installed: the tests then say so and skip. */
export async function startPostgres(): Promise<TestPostgres | undefined> {
  const binaries = await findPostgresBinaries();
  if (!binaries) return undefined;
  const folder = await mkdtemp(join(tmpdir(), "parlance-postgres-"));
  const owner = process.getuid?.() === 0 ? await readUserIds("postgres") : undefined;
  if (owner) await chown(folder, owner.uid, owner.gid);
  const data = join(folder, "data");
  const options = { ...owner, cwd: folder, env: { PATH: binaries, LC_ALL: "C" } };
  await run(
    join(binaries, "initdb"),
    ["-D", data, "-U", "parlance", "--auth=trust", "-E", "UTF8", "--no-sync"],
    options,
  );
  const port = await findFreePort();
  const settings = [
    "-c",
    "listen_addresses=127.0.0.1",
    "-c",
    `unix_socket_directories=${folder}`,
    "-c",
    "fsync=off",
  ];
  const server = spawn(join(binaries, "postgres"), ["-D", data, "-p", String(port), ...settings], {
    ...options,
    stdio: "ignore",
  });
  const urlOf = (database: string) => `postgres://parlance@127.0.0.1:${port}/${database}`;
  await waitUntilReady(urlOf("postgres"), server);
  let count = 0;
  return {
    async createDatabase() {
      count += 1;
      const client = new pg.Client({ connectionString: urlOf("postgres") });
      await client.connect();
      await client.query(`CREATE DATABASE test_${count}`);
      await client.end();
      return urlOf(`test_${count}`);
    },
    async stop() {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGINT");
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
