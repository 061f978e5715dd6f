import { API_KEY_ACCESS } from "../../../../src/contract/access.ts";

const WORDS = {
  read: "Read",
  write: "Read and change",
  admin: "Administer",
} as const;

/** What somebody may do, for a choice. */
export const ACCESS_CHOICES = API_KEY_ACCESS.map((value) => ({ value, label: WORDS[value] }));

/** Said below a choice. */
export const ACCESS_NOTE =
  "Read: look at everything. Change: also import, save and edit. Administer: also people, keys and settings.";

/** The right of this name. */
export function accessOf(value: string): (typeof API_KEY_ACCESS)[number] {
  return API_KEY_ACCESS.find((known) => known === value) ?? "read";
}
