import { describe, expect, it } from "vitest";
import { runHere } from "../../test/support/in-process.ts";
import { COMMANDS } from "./catalogue.ts";

describe("every command", () => {
  it.each(COMMANDS.map(({ name }) => name))(
    "%s: help opens with examples and goes to standard output alone",
    async (name) => {
      for (const argv of [
        [name, "--help"],
        ["help", name],
      ]) {
        const run = await runHere(argv);
        expect(run).toMatchObject({ code: 0, stderr: "" });
        expect(run.stdout).toMatch(/^Examples:\n {2}# \S.*\n {2}(?:\S+=\S+ |\S.* \| )?.*parlance/);
        expect(run.stdout).toContain(`Usage: parlance ${name}`);
      }
    },
  );

  it.each(COMMANDS.map(({ name }) => name))("%s: an unknown option is a wrong call", async (name) => {
    const run = await runHere([name, "--no-such-option-at-all"]);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain(`Usage: parlance ${name}`);
  });
});

describe("parlance", () => {
  it.each([[[]], [["--help"]], [["-h"]], [["help"]]])("prints every command for %j", async (argv) => {
    const run = await runHere(argv);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.stdout).toMatch(/^Examples:\n/);
    for (const { name } of COMMANDS) expect(run.stdout).toContain(`\n  ${name} `);
  });

  it("refuses a command that does not exist", async () => {
    const run = await runHere(["improt", "file.csv"]);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain("There is no command `improt`");
  });

  it("prints its version and nothing else", async () => {
    expect((await runHere(["--version"])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
