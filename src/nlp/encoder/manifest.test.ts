import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readEncoderFiles } from "./manifest.ts";

const root = new URL("../../../", import.meta.url);
const modelDir = fileURLToPath(new URL("models/encoder", root));

describe("readEncoderFiles", () => {
  it("finds the shipped model whole", async () => {
    const files = await readEncoderFiles(modelDir);
    expect(files).toMatchObject({ dimension: 384, maxTokens: 512 });
    expect(files.modelPath.startsWith(modelDir)).toBe(true);
  });

  it.each(["models/encoder/MODEL_CARD.md", "docs/models.md"])("has its version named in %s", async (path) => {
    const { version } = await readEncoderFiles(modelDir);
    expect(await readFile(new URL(path, root), "utf8")).toContain(`\`${version}\``);
  });

  it("refuses a folder without a manifest", async () => {
    await expect(readEncoderFiles(fileURLToPath(root))).rejects.toMatchObject({ code: "MODEL_MISSING" });
  });
});
