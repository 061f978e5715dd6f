import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readNpy } from "./read-npy.ts";

function npy(type: string, shape: string, body: Uint8Array, order = "False"): Buffer {
  const header = `{'descr': '${type}', 'fortran_order': ${order}, 'shape': ${shape}, }`
    .padEnd(117)
    .concat("\n");
  const head = Buffer.from([0x93, ...Buffer.from("NUMPY"), 1, 0, header.length, 0]);
  return Buffer.concat([head, Buffer.from(header, "latin1"), body]);
}

describe("readNpy", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "parlance-npy-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function read(content: Uint8Array) {
    const path = join(folder, "v.npy");
    await writeFile(path, content);
    return readNpy(path, "v.npy");
  }

  it("reads float32 and float64 matrices", async () => {
    const values = [1, 2, 3, 4, 5, 6];
    for (const [type, body] of [
      ["<f4", Float32Array.from(values)],
      ["<f8", Float64Array.from(values)],
    ] as const) {
      const matrix = await read(npy(type, "(2, 3)", new Uint8Array(body.buffer)));
      expect(matrix).toEqual({ values: Float32Array.from(values), rows: 2, dimension: 3 });
    }
  });

  it.each([
    ["no NumPy file", Buffer.from("a long text that is no matrix")],
    ["no float32", npy("<i8", "(1, 1)", new Uint8Array(8))],
    ["no matrix of rows", npy("<f4", "(3,)", new Uint8Array(12))],
    ["shorter or longer", npy("<f4", "(3, 2)", new Uint8Array(12))],
    ["not finite", npy("<f4", "(1, 1)", new Uint8Array(Float32Array.of(Number.NaN).buffer))],
  ])("says what is wrong: %s", async (problem, content) => {
    await expect(read(content)).rejects.toMatchObject({
      code: "INPUT_UNREADABLE",
      message: expect.stringContaining(problem),
    });
  });

  it("says that a file is not there", async () => {
    await expect(readNpy(join(folder, "none.npy"), "none.npy")).rejects.toMatchObject({
      code: "INPUT_NOT_FOUND",
    });
  });
});
