// The part of the guess that decides who speaks.
import type { Role } from "../../core/domain.ts";
import type { SampleColumn } from "./sample-columns.ts";
import { ROLES_BY_WORD } from "./value-words.ts";

/** How well a column would say who speaks: its values must be words for roles, whatever its name. */
export function roleColumnScore(column: SampleColumn, named: number): number {
  if (column.distinct > 12 || column.meanWords > 3) return 0;
  const roles = column.values.map((value) => ROLES_BY_WORD.get(value.trim().toLowerCase()));
  const known = roles.filter((role) => role !== undefined).length / Math.max(1, roles.length);
  if (known < 0.6) return 0;
  return named > 0 ? named + 0.2 * known : new Set(roles).size > 1 ? 0.5 : 0;
}

export type RoleChoice = { readonly roles: Record<string, Role>; readonly inTurn?: Role[] };

/**
 * Where the only other speaker beside the customer is called "system", it is the bot. Without a column of speakers,
 * turns are taken to alternate between customer and bot, and loose rows to be the customer's.
 */
export function chooseRoles(
  column: SampleColumn | undefined,
  isTurns: boolean,
  reasons: Record<string, string>,
  isTranscript: boolean,
): RoleChoice {
  if (isTranscript) return { roles: {} };
  if (column === undefined) {
    reasons["role"] = isTurns
      ? "No column says who speaks; customer and bot were taken to alternate, customer first."
      : "No column says who speaks; every message was taken as the customer's.";
    return { roles: {}, inTurn: isTurns ? ["customer", "bot"] : ["customer"] };
  }
  const words = new Set(column.values.map((value) => value.trim().toLowerCase()));
  const roles = new Set([...words].map((word) => ROLES_BY_WORD.get(word)));
  if (words.has("system") && roles.has("customer") && !roles.has("bot") && !roles.has("agent")) {
    reasons["role"] = `${column.name}: beside the customer only “system” speaks, which was taken as the bot.`;
    return { roles: { system: "bot" } };
  }
  return { roles: {} };
}
