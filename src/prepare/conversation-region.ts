// Whose phone numbers a conversation writes: the country that its attributes name.
import type { Attributes } from "../core/domain.ts";

const NAME = /^(?:customer|user|caller|billing|shipping)?[ _.-]?country(?:[ _.-]?(?:code|iso))?$/i;

/** ISO 3166 code of the attribute that gives a country in two letters ("DE", "gb"; UK counts as GB), or undefined. */
export function conversationRegion(attributes: Attributes | undefined): string | undefined {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value.kind === "text" && /^[A-Za-z]{2}$/.test(value.value) && NAME.test(name))
      return value.value.toUpperCase().replace("UK", "GB");
  }
  return undefined;
}
