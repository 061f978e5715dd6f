import type { Columnar, ExecOptions } from "../columnar.ts";
import { findTextConversations } from "../texts/find-texts.ts";
import { type AppliedLabels, applyLabels } from "./apply-labels.ts";
import type { TextLabel } from "./text-label.ts";

const TEXTS_AT_ONCE = 5000;
const CONVERSATIONS_AT_ONCE = 5000;

/**
 * Gives some texts new labels wherever they are said, reading and writing no more than the conversations with them. What the
 * labels don't speak of stays, the label version too. For edits by hand; a run goes through `applyLabels`.
 */
export async function relabelTexts(
  columnar: Columnar,
  workspace: string,
  labels: readonly TextLabel[],
  options: ExecOptions,
): Promise<AppliedLabels> {
  let applied = { utterances: 0, conversations: 0 };
  for (let start = 0; start < labels.length; start += TEXTS_AT_ONCE) {
    const some = labels.slice(start, start + TEXTS_AT_ONCE);
    const textHashes = some.map(({ textHash }) => textHash);
    const places = await findTextConversations(columnar, { workspace, textHashes }, options);
    for (let at = 0; at < places.length; at += CONVERSATIONS_AT_ONCE) {
      const within = places.slice(at, at + CONVERSATIONS_AT_ONCE);
      const { utterances, conversations } = await applyLabels(columnar, { workspace }, some, {
        ...options,
        within,
      });
      applied = {
        utterances: applied.utterances + utterances,
        conversations: applied.conversations + conversations,
      };
    }
  }
  return applied;
}
