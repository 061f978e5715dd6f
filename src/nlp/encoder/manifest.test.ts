import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readEncoderFiles } from "./manifest.ts";

const root = new URL("../../../", import.meta.url);
const pathOf = (model: string) => fileURLToPath(new URL(`models/${model}`, root));

describe("readEncoderFiles", () => {
  it.each(["encoder", "encoder-fast"])("finds the shipped %s whole", async (model) => {
    const files = await readEncoderFiles(pathOf(model));
    expect(files).toMatchObject({ dimension: 384, maxTokens: 512 });
    expect(files.modelPath.startsWith(pathOf(model))).toBe(true);
  });

  it.each([
    ["encoder", "models/encoder/MODEL_CARD.md"],
    ["encoder", "docs/models.md"],
    ["encoder-fast", "models/encoder-fast/MODEL_CARD.md"],
    ["encoder-fast", "docs/models.md"],
  ])("has the version of %s named in %s", async (model, path) => {
    const { version } = await readEncoderFiles(pathOf(model));
    expect(await readFile(new URL(path, root), "utf8")).toContain(`\`${version}\``);
  });

  it("gives both models the same state, which the heads fit", async () => {
    const [accurate, fast] = await Promise.all([
      readEncoderFiles(pathOf("encoder")),
      readEncoderFiles(pathOf("encoder-fast")),
    ]);
    expect(fast.stateVersion).toBe(accurate.stateVersion);
    expect(fast.version).not.toBe(accurate.version);
  });

  it("refuses a folder without a manifest", async () => {
    await expect(readEncoderFiles(fileURLToPath(root))).rejects.toMatchObject({ code: "MODEL_MISSING" });
  });
});
