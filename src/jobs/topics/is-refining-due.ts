/** What decides whether the nightly job finds topics anew. */
export type RefiningState = {
  /** Texts of the last run and when it ended; undefined before the first. */
  readonly lastRun: { readonly texts: number; readonly at: Date } | undefined;
  /** Texts that could take part now. */
  readonly texts: number;
  /** When people last edited the tree; undefined when they never did. */
  readonly lastEdit: Date | undefined;
};

/** So many more texts than at the last run are worth a night's run. */
export const GROWTH_FOR_NIGHT = 0.01;

/** When there is a run, and since then edits that it has not seen or a hundredth more texts. */
export function isRefiningDue({ lastRun, texts, lastEdit }: RefiningState): boolean {
  if (lastRun === undefined) return false;
  if (lastEdit !== undefined && lastEdit > lastRun.at) return true;
  return texts - lastRun.texts >= GROWTH_FOR_NIGHT * lastRun.texts && texts > lastRun.texts;
}
