/** What decides whether topics are found anew. */
export type MiningState = {
  /** Texts and encoder of the last run; undefined before the first. */
  readonly lastRun: { readonly texts: number; readonly encoder: string } | undefined;
  /** Texts that could take part now. */
  readonly texts: number;
  readonly encoder: string;
};

/** So many more texts than at the last run make a new one worth its time. */
export const GROWTH_FOR_NEW_RUN = 0.2;

/** The first time, with another encoder, and when there are a fifth more texts than at the last run. */
export function isMiningDue({ lastRun, texts, encoder }: MiningState): boolean {
  if (lastRun === undefined || lastRun.encoder !== encoder) return true;
  return texts > lastRun.texts && texts - lastRun.texts >= GROWTH_FOR_NEW_RUN * lastRun.texts;
}
