// Shows what a recogniser finds in a text, as tests read it best: `call «555-123-4567»`.
import { arbitrate } from "../../src/prepare/redact/arbitrate.ts";
import type { Recogniser } from "../../src/prepare/redact/recogniser.ts";
import { profileText } from "../../src/prepare/redact/text-profile.ts";

export type MarkOptions = { readonly region?: string; readonly previous?: string };

export function markFound(recogniser: Recogniser, text: string, options: MarkOptions = {}): string {
  if (!recogniser.applies(profileText(text))) return text;
  const found = recogniser.find(text, { region: options.region, previous: options.previous ?? "" });
  let marked = "";
  let from = 0;
  for (const { start, end } of arbitrate(found, () => false)) {
    marked += `${text.slice(from, start)}«${text.slice(start, end)}»`;
    from = end;
  }
  return marked + text.slice(from);
}
