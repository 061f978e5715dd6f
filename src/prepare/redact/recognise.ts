// Asks all recognisers what they find in a text. Every other message of a help desk's log is word for word one that came
// before, so that what was found in a text is remembered, together with what of the context the finding rested on.
import { RecentCache } from "../recent-cache.ts";
import type { Candidate, Recogniser, RecogniserContext } from "./recogniser.ts";
import { profileText } from "./text-profile.ts";

const REMEMBERED_TEXTS = 8_000;
const LONGEST_REMEMBERED = 300;

type Reading = {
  readonly candidates: readonly Candidate[];
  /** The context's values that a recogniser looked at; undefined for those that none did. */
  readonly previous: { readonly value: string } | undefined;
  readonly region: { readonly value: string | undefined } | undefined;
};

/** Notes which of its parts are looked at. */
class WatchedContext implements RecogniserContext {
  readonly #previous: string;
  readonly #region: string | undefined;
  isPreviousRead = false;
  isRegionRead = false;

  constructor(previous: string, region: string | undefined) {
    this.#previous = previous;
    this.#region = region;
  }
  get previous(): string {
    this.isPreviousRead = true;
    return this.#previous;
  }
  get region(): string | undefined {
    this.isRegionRead = true;
    return this.#region;
  }
}

export type Recognise = (text: string, previous: string, region: string | undefined) => readonly Candidate[];

/** Makes of what was found in a text what counts: a function of the two alone. */
type Complete = (text: string, found: readonly Candidate[]) => readonly Candidate[];

/** Recognisers must be functions of the text and of what they look at in the context, and of nothing else. */
export function createRecognise(
  recognisers: readonly Recogniser[],
  complete: Complete = (_, found) => found,
): Recognise {
  const remembered = new RecentCache<Reading>(REMEMBERED_TEXTS, LONGEST_REMEMBERED);

  return (text, previous, region) => {
    const known = remembered.get(text);
    if (
      known !== undefined &&
      (known.previous === undefined || known.previous.value === previous) &&
      (known.region === undefined || known.region.value === region)
    )
      return known.candidates;
    const profile = profileText(text);
    const context = new WatchedContext(previous, region);
    const found: Candidate[] = [];
    for (const recogniser of recognisers) {
      if (!recogniser.applies(profile)) continue;
      for (const candidate of recogniser.find(text, context)) found.push(candidate);
    }
    const candidates = complete(text, found);
    remembered.set(text, {
      candidates,
      previous: context.isPreviousRead ? { value: previous } : undefined,
      region: context.isRegionRead ? { value: region } : undefined,
    });
    return candidates;
  };
}
