// Everything that can be judged without running the product, at once: types, style and import borders, unused code,
// ratchets, generated documents.
import { runCommand } from "./run-command.ts";

export const CHECKS: readonly { readonly name: string; readonly command: readonly [string, ...string[]] }[] =
  [
    { name: "types of the server", command: ["tsc", "-p", "."] },
    { name: "types of the workbench", command: ["tsc", "-p", "web"] },
    { name: "style and import borders", command: ["biome", "check", "--error-on-warnings", "."] },
    { name: "unused code", command: ["knip"] },
    { name: "ratchet", command: ["node", "scripts/ratchet.ts"] },
    { name: "generated documents", command: ["node", "scripts/docs.ts", "--check"] },
    { name: "lock file for all platforms", command: ["node", "scripts/complete-lock.ts", "--check"] },
  ];

/** Runs every check, prints those that failed, and gives the counts. */
export async function runChecks(): Promise<{ passed: number; failed: number }> {
  const results = await Promise.all(
    CHECKS.map(async ({ name, command: [program, ...args] }) => ({
      name,
      ...(await runCommand(program, args, { quiet: true })),
    })),
  );
  for (const { name, code, output } of results) {
    console.log(`${code === 0 ? "ok    " : "FAILED"}  ${name}`);
    if (code !== 0) console.log(output);
  }
  const failed = results.filter(({ code }) => code !== 0).length;
  return { passed: results.length - failed, failed };
}

if (import.meta.main) {
  const { failed } = await runChecks();
  process.exitCode = failed === 0 ? 0 : 1;
}
