// What somebody fills in to make a lens, and the definition that it comes to. Pure.
import type { ClientInput } from "../../../../../src/contract/client.ts";
import type { ACTS, Role } from "../../../../../src/core/domain.ts";

type Act = (typeof ACTS)[number];
export type LensDefinition = NonNullable<ClientInput<"postLens">["body"]>;

export type LensDraft = {
  readonly name: string;
  readonly roles: readonly Role[];
  /** One of them; none is any. */
  readonly acts: readonly Act[];
  readonly mood: "any" | "bad" | "good";
  readonly bearsIntent: boolean;
  readonly isUnanswered: boolean;
  readonly wordsAtLeast: number;
};

export const EMPTY_DRAFT: LensDraft = {
  name: "",
  roles: ["customer"],
  acts: [],
  mood: "any",
  bearsIntent: false,
  isUnanswered: false,
  wordsAtLeast: 3,
};

/** A clear mood: beyond one slight word. */
const MOOD = 0.5;
const LONGEST_ID = 40;

export function ruleOf(draft: LensDraft): Pick<LensDefinition, "roles" | "any"> {
  const { roles, acts, mood, bearsIntent, isUnanswered, wordsAtLeast } = draft;
  return {
    roles: [...roles],
    any: [
      {
        ...(acts.length > 0 && { acts: [...acts] }),
        ...(mood === "bad" && { sentimentAtMost: -MOOD }),
        ...(mood === "good" && { sentimentAtLeast: MOOD }),
        ...(bearsIntent && { bearsIntent }),
        ...(isUnanswered && { isAnswered: false }),
        ...(wordsAtLeast > 1 && { wordsAtLeast }),
      },
    ],
  };
}

/** The id is the name in small letters, other than those that are taken; undefined while something is missing. */
export function definitionOf(draft: LensDraft, taken: readonly string[]): LensDefinition | undefined {
  const name = draft.name.trim();
  if (name === "" || draft.roles.length === 0) return undefined;
  return { id: idFor(name, taken), name, ...ruleOf(draft) };
}

function idFor(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, LONGEST_ID - 4);
  const base = plain === "" ? "lens" : plain.replace(/-+$/, "");
  if (!taken.includes(base)) return base;
  let number = 2;
  while (taken.includes(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}
