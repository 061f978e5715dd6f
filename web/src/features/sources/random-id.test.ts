import { expect, it } from "vitest";
import { z } from "zod";
import { randomId } from "./random-id.ts";

it("makes ids that the contract takes, each another", () => {
  const ids = Array.from({ length: 50 }, randomId);
  for (const id of ids) expect(z.uuid().safeParse(id).success).toBe(true);
  expect(new Set(ids).size).toBe(50);
});
