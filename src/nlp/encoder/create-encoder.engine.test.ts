import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEncoder } from "./create-encoder.ts";
import type { Encoder } from "./encoder.ts";

const SHIPPED = fileURLToPath(new URL("../../../models/encoder", import.meta.url));
const TEXTS = [
  "Where is my parcel?",
  "My package has not arrived",
  "Please cancel my subscription",
  "",
  "👍",
  "Мой заказ не пришёл",
  `A long complaint. ${"It has been weeks and nobody answers my letters. ".repeat(80)}`,
];

let encoder: Encoder;
beforeAll(async () => {
  encoder = await createEncoder({ threads: 2 });
});
afterAll(async () => {
  await encoder.close();
});

describe("createEncoder", () => {
  it("gives one vector of length 1 for each text, in order", async () => {
    const vectors = await encoder.embed(TEXTS);
    expect(vectors.length).toBe(TEXTS.length);
    for (const vector of vectors) {
      expect(vector.length).toBe(encoder.dimension);
      expect(cosine(vector, vector)).toBeCloseTo(1, 5);
    }
  });

  it("puts texts of one meaning closer together than others", async () => {
    const [where, late, cancel] = await encoder.embed(TEXTS.slice(0, 3));
    expect(cosine(where, late)).toBeGreaterThan(cosine(where, cancel) + 0.1);
  });

  it("gives a text the same vector whatever it is embedded with", async () => {
    const fresh = await createEncoder({ threads: 1, cacheSize: 0 });
    try {
      const alone = [];
      for (const text of TEXTS) alone.push(...(await fresh.embed([text])));
      const others = Array.from(
        { length: 40 },
        (_, index) => `Order number ${index} is late by ${index * 7} days`,
      );
      const together = await fresh.embed([...others, ...TEXTS]);
      for (const [index, vector] of alone.entries()) {
        expect(cosine(vector, together[others.length + index])).toBeGreaterThan(0.999_999);
      }
    } finally {
      await fresh.close();
    }
  });

  it("takes pseudonyms of one type for the same", async () => {
    const [one, other, plain] = await encoder.embed([
      "I am [PERSON:k3x7q2] from [ADDRESS]",
      "I am [PERSON:abc234] from [ADDRESS]",
      "I am person from address",
    ]);
    expect(cosine(one, other)).toBeCloseTo(1, 5);
    expect(cosine(one, plain)).toBeCloseTo(1, 5);
  });

  it("embeds each distinct text once and reports all of them as done", async () => {
    const steps: [number, number][] = [];
    const vectors = await encoder.embed(["same words", "other words", "same words"], {
      onProgress: (done, total) => steps.push([done, total]),
    });
    expect(vectors[0]).toBe(vectors[2]);
    expect(steps.at(-1)).toEqual([3, 3]);
  });

  it("answers calls that overlap", async () => {
    const [first, second] = await Promise.all([
      encoder.embed(["overlap a"]),
      encoder.embed(["overlap a", "b"]),
    ]);
    expect(cosine(first[0], second[0])).toBeCloseTo(1, 6);
  });

  it("answers a call without texts", async () => {
    expect(await encoder.embed([])).toEqual([]);
  });

  it("stops when it is cancelled, and works on afterwards", async () => {
    const cancelling = new AbortController();
    const texts = Array.from({ length: 500 }, (_, index) => `message number ${index}`);
    const running = encoder.embed(texts, {
      signal: cancelling.signal,
      onProgress: () => cancelling.abort(),
    });
    await expect(running).rejects.toMatchObject({ code: "CANCELLED" });
    expect((await encoder.embed(["still here"])).length).toBe(1);
  });

  it("rejects what is under way when it is closed", async () => {
    const closing = await createEncoder({ threads: 1 });
    const running = closing.embed(TEXTS);
    const outcome = expect(running).rejects.toMatchObject({ code: "CANCELLED" });
    await closing.close();
    await outcome;
    await expect(closing.embed(["late"])).rejects.toMatchObject({ code: "CANCELLED" });
  });

  it("opens the fast model in a space of its own", async () => {
    const fast = await createEncoder({ model: "fast", threads: 1 });
    try {
      expect(fast.version).not.toBe(encoder.version);
      const [where, late, cancel] = await fast.read(TEXTS.slice(0, 3));
      expect(cosine(where?.vector, late?.vector)).toBeGreaterThan(
        cosine(where?.vector, cancel?.vector) + 0.1,
      );
      expect(where?.state.length).toBe(fast.dimension);
    } finally {
      await fast.close();
    }
  });

  it("says which model is missing or damaged", async () => {
    await expect(createEncoder({ modelDir: join(SHIPPED, "absent") })).rejects.toMatchObject({
      code: "MODEL_MISSING",
    });
    const folder = await mkdtemp(join(tmpdir(), "encoder-"));
    try {
      for (const name of ["manifest.json", "tokenizer.json"])
        await copyFile(join(SHIPPED, name), join(folder, name));
      await writeFile(join(folder, "model.onnx"), "version https://git-lfs.github.com/spec/v1");
      await expect(createEncoder({ modelDir: folder })).rejects.toMatchObject({
        code: "MODEL_MISSING",
        details: { path: folder },
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

function cosine(a: Float32Array | undefined, b: Float32Array | undefined): number {
  return (a ?? new Float32Array()).reduce((sum, value, index) => sum + value * (b?.[index] ?? 0), 0);
}
