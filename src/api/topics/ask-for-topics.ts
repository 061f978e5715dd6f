import type { ApiServices } from "../services.ts";

/** Asks for the topics of a lens to be found anew, of the default one when none is named; returns the job's id. */
export function askForTopics(
  { queue, workspace }: Pick<ApiServices, "queue" | "workspace">,
  lensId: string | undefined,
): Promise<string> {
  return lensId === undefined
    ? queue.enqueue("discover", { workspace }, { singletonKey: workspace })
    : queue.enqueue("lenses", { workspace, lens: lensId }, { singletonKey: `${workspace}/${lensId}` });
}
