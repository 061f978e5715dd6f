// The product for its makers: the server restarts on change, the workbench reloads through Vite. Engines are embedded, data
// lies in .parlance beside the code.
import { spawn } from "node:child_process";
import { ROOT } from "./run-command.ts";

const env = { ...process.env, PATH: `${ROOT}node_modules/.bin:${process.env["PATH"] ?? ""}` };
const server = [
  "--watch-path=src",
  "--watch-preserve-output",
  "src/cli/main.ts",
  "start",
  "--no-open",
  "--data-dir",
  ".parlance",
];
const children = [
  spawn("node", server, { cwd: ROOT, env, stdio: "inherit" }),
  spawn("vite", ["web"], { cwd: ROOT, env, stdio: "inherit" }),
];
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.on(signal, () => {
    for (const child of children) child.kill(signal);
  });
