const ACRONYMS: readonly string[] = ["sms", "api"];

/** A value of a closed list as people read it: `Web`, `SMS`. */
export function labelOf(value: string): string {
  return ACRONYMS.includes(value) ? value.toUpperCase() : value.charAt(0).toUpperCase() + value.slice(1);
}
