import { describe, expect, it } from "vitest";
import { keepIdentity } from "./keep-identity.ts";
import type { NamedTexts } from "./topic-types.ts";

const CENTROID = new Float32Array([1, 0]);

function topic(name: string, phrases: readonly string[]): NamedTexts {
  return {
    key: name,
    name,
    description: "",
    phrases,
    size: 3,
    weight: 3,
    centroid: CENTROID,
    quotes: [0],
    cohesion: 1,
  };
}

/** One topic of three texts that continues topic 7 of the run before, with the same texts. */
function continued(oldName: string, found: NamedTexts): NamedTexts | undefined {
  const previous = { topics: [{ id: 7, name: oldName, centroid: CENTROID }], assignment: [7, 7, 7] };
  return keepIdentity([found], new Int32Array([0, 0, 0]), previous, { anisotropy: 0 }).topics[0];
}

describe("keepIdentity", () => {
  it("keeps id and name while the name still is one of the topic's phrases", () => {
    const kept = continued("reset password", topic("forgot password", ["forgot password", "reset password"]));
    expect(kept).toMatchObject({ id: 7, name: "reset password" });
  });

  it("keeps the id and lets the name follow when nothing of it is left in the topic", () => {
    const renamed = continued(
      "energy report",
      topic("speak to manager", ["speak to manager", "talk to supervisor"]),
    );
    expect(renamed).toMatchObject({ id: 7, name: "speak to manager", key: "speak-to-manager" });
  });
});
