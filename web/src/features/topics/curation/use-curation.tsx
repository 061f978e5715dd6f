// Sends an edit: it shows at once, is taken back with the reason when the server refuses, and can be undone at a click.
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { client } from "../../../api/client.ts";
import { describeError } from "../../../api/problem.ts";
import { useLensId } from "../../../api/topic-hooks.ts";
import { plural } from "../../../ui/format.ts";
import { applyEdit, type TopicAnswer } from "./apply-edit.ts";
import { type Edit, type EditAnswer, refusedWords, sendEdit } from "./edit.ts";

const NOTICE = "topic-edit";

export type Curate = (edit: Edit, onDone?: (answer: EditAnswer) => void) => void;

export function useCuration(): { readonly curate: Curate; readonly isPending: boolean } {
  const cache = useQueryClient();
  const lens = useLensId();
  const mutation = useMutation({
    mutationFn: (edit: Edit) => sendEdit(client, edit, lens),
    onMutate: async (edit) => {
      await cache.cancelQueries({ queryKey: ["topics"] });
      const before = cache.getQueriesData<TopicAnswer>({ queryKey: ["topics"] });
      cache.setQueriesData<TopicAnswer>({ queryKey: ["topics"] }, (answer) => applyEdit(answer, edit));
      return before;
    },
    onError: (error, edit, before) => {
      for (const [key, answer] of before ?? []) cache.setQueryData(key, answer);
      const words = describeError(error);
      notifications.show({
        color: "orange",
        title: `${refusedWords(edit)} ${words.title}`,
        message: words.advice,
      });
    },
    onSuccess: (answer, edit) => {
      if (edit.kind === "undo" || edit.kind === "redo") notifications.hide(NOTICE);
      else showDone(answer, () => mutation.mutate({ kind: "undo", entry: answer.entry.id }));
    },
    onSettled: () => {
      for (const kind of ["topics", "conversations", "query"])
        void cache.invalidateQueries({ queryKey: [kind] });
    },
  });
  return {
    curate: (edit, onDone) => mutation.mutate(edit, onDone ? { onSuccess: onDone } : {}),
    isPending: mutation.isPending,
  };
}

function showDone(answer: EditAnswer, undo: () => void): void {
  const moved = answer.utterances === 0 ? "" : ` ${plural(answer.utterances, "utterance")} went along.`;
  notifications.hide(NOTICE);
  notifications.show({
    id: NOTICE,
    message: (
      <span className="row">
        {answer.entry.words}.{moved}
        <Button variant="subtle" onClick={undo}>
          Undo
        </Button>
      </span>
    ),
  });
}
