// What the words in the search field would become, by what the workspace has.

import { useMemo } from "react";
import { DEFAULT_LENS } from "../../../../src/core/lens.ts";
import { useAudiences, useModel, useWorkspace } from "../../api/hooks.ts";
import { useAllTopics } from "../../api/topic-hooks.ts";
import { localDay } from "../../ui/format.ts";
import { type Reading, readSentence } from "./read-sentence.ts";
import { vocabularyOf } from "./vocabulary.ts";

/** Nothing is asked of the server until there are words. */
export function useReading(sentence: string): Reading {
  const workspace = useWorkspace();
  const { data: model } = useModel();
  const { data: audiences } = useAudiences();
  const topics = useAllTopics(sentence !== "", DEFAULT_LENS.id);
  const vocabulary = useMemo(
    () =>
      vocabularyOf({
        dimensions: model?.dimensions ?? [],
        workspace,
        topics,
        audiences: audiences?.audiences ?? [],
      }),
    [model, workspace, topics, audiences],
  );
  const today = localDay(new Date().toISOString(), workspace.timeZone);
  return useMemo(
    () => readSentence(sentence, vocabulary, { today, weekStart: workspace.weekStart }),
    [sentence, vocabulary, today, workspace.weekStart],
  );
}
