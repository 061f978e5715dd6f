import { describe, expect, it } from "vitest";
import { createImporter } from "./importer.ts";
import type { ImportServices } from "./record-import.ts";

/** A body that ends, in failure, when it is told to: nothing of it reaches a store. */
function heldBody() {
  const gate = Promise.withResolvers<Uint8Array>();
  async function* body(): AsyncGenerator<Uint8Array> {
    yield await gate.promise;
  }
  return { body: body(), breakOff: () => gate.reject(new Error("cut off")) };
}

describe("createImporter", () => {
  it("takes eight at once and no more, however closely they come together", async () => {
    const importer = createImporter({ workspace: { id: "w" } } as ImportServices, () => undefined);
    const held = Array.from({ length: 8 }, heldBody);
    const ingest = ({ body }: ReturnType<typeof heldBody>) => importer.ingest({ kind: "messages", body });
    const taken = held.map(ingest);
    expect(importer.retryAfterSeconds()).toBeGreaterThan(0);
    await expect(ingest(heldBody())).rejects.toMatchObject({ code: "TOO_MANY_REQUESTS" });
    for (const { breakOff } of held) breakOff();
    for (const { status } of await Promise.allSettled(taken)) expect(status).toBe("rejected");
    expect(importer.retryAfterSeconds()).toBeUndefined();
  });
});
