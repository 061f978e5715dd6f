// USS (Sun et al. 2021): dialogues of four sets whose customer turns, and the whole, were rated from 1 to 5 by several people.
import { readFileSync } from "node:fs";
import { join } from "node:path";

export const RATED_SETS = ["MWOZ", "SGD", "CCPE", "ReDial"] as const;

export type RatedTurn = {
  readonly text: string;
  readonly isCustomer: boolean;
  /** Mean rating; undefined for the system's turns. */
  readonly rating: number | undefined;
};
export type RatedDialogue = { readonly turns: readonly RatedTurn[]; readonly overall: number | undefined };

/** One dialogue in `every`. */
export function readRatedDialogues(datasets: string, name: string, every: number): RatedDialogue[] {
  const file = readFileSync(join(datasets, "user-satisfaction-simulation", `${name}.txt`), "utf8");
  return file
    .split(/\n\s*\n/)
    .filter((block, place) => block.trim() !== "" && place % every === 0)
    .map((block) => {
      let overall: number | undefined;
      const turns: RatedTurn[] = [];
      for (const line of block.trim().split("\n")) {
        const [role, text = "", , ratings = ""] = line.split("\t");
        const numbers = ratings
          .split(",")
          .map(Number)
          .filter((rating) => rating >= 1 && rating <= 5);
        const rating =
          numbers.length === 0 ? undefined : numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
        if (text === "OVERALL") overall = rating;
        else turns.push({ text, isCustomer: role === "USER", rating: role === "USER" ? rating : undefined });
      }
      return { turns, overall };
    });
}
