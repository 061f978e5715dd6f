// USS (Sun et al. 2021): dialogues of four sets whose customer turns, and the whole, were rated from 1 to 5 by several people.
import { readFileSync } from "node:fs";
import { join } from "node:path";

export const RATED_SETS = ["MWOZ", "SGD", "CCPE", "ReDial"] as const;

export type RatedTurn = {
  readonly text: string;
  readonly isCustomer: boolean;
  /** Mean rating; undefined for the system's turns. */
  readonly rating: number | undefined;
  /** What most raters said, the mean's nearest of equals. */
  readonly level: number | undefined;
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
        else if (role === "USER")
          turns.push({ text, isCustomer: true, rating, level: mostSaid(numbers, rating) });
        else turns.push({ text, isCustomer: false, rating: undefined, level: undefined });
      }
      return { turns, overall };
    });
}

function mostSaid(ratings: readonly number[], mean: number | undefined): number | undefined {
  if (mean === undefined) return undefined;
  const votes = (level: number) => ratings.filter((rating) => rating === level).length;
  return [...new Set(ratings)].sort(
    (a, b) => votes(b) - votes(a) || Math.abs(a - mean) - Math.abs(b - mean),
  )[0];
}
