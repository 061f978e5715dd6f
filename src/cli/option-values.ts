// Values of options that several commands take.
import { type ParsedOptions, UsageError } from "./command.ts";

/** The value of an option that takes one; undefined when it is absent or empty. */
export function readText(options: ParsedOptions, name: string): string | undefined {
  const value = options[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** Undefined when the option is absent. Throws UsageError for what is no number of threads. */
export function readThreads(value: unknown): number | undefined {
  if (value === undefined) return undefined;
  const threads = Number(value);
  if (Number.isInteger(threads) && threads >= 1 && threads <= 256) return threads;
  throw new UsageError("--threads takes a whole number from 1 to 256.");
}

/** Two capitals, or undefined when the option is absent. Throws UsageError for what is no country. */
export function readRegion(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === "string" && /^[A-Za-z]{2}$/.test(value)) return value.toUpperCase();
  throw new UsageError("--region takes a country's two letters, such as US.");
}

/** `A, B` → both names; none when the option is absent or empty. */
export function readNames(value: unknown): string[] {
  const names = typeof value === "string" ? value.split(",") : [];
  return names.map((name) => name.trim()).filter((name) => name !== "");
}
