// Renames a topic: shown at once, taken back with the reason when the server refuses, undone at a click.
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Topic, TopicList } from "../../../../src/contract/topics.ts";
import { client } from "../../api/client.ts";
import { describeError } from "../../api/problem.ts";
import { renameIn } from "./rename-in.ts";

type Rename = {
  readonly topic: Pick<Topic, "id" | "name" | "foundName" | "named">;
  readonly name: string | null;
};

export function useRenameTopic(): (rename: Rename) => void {
  const cache = useQueryClient();
  const show = ({ topic, name }: Rename) =>
    cache.setQueriesData<TopicList | Topic>({ queryKey: ["topics"] }, (data) =>
      renameIn(data, topic.id, name),
    );
  const mutation = useMutation({
    mutationFn: ({ topic, name }: Rename) =>
      client.call("patchTopic", { params: { id: topic.id }, body: { name } }),
    onMutate: (rename) => {
      show(rename);
    },
    onError: (error, { topic }) => {
      show({ topic, name: topic.name });
      const words = describeError(error);
      notifications.show({
        color: "orange",
        title: `${topic.name} keeps its name. ${words.title}`,
        message: words.advice,
      });
    },
    onSuccess: (renamed, { topic }) => {
      const id = `renamed-${topic.id}`;
      const undo = () => {
        notifications.hide(id);
        mutation.mutate({ topic: { ...topic, name: renamed.name }, name: topic.named ? topic.name : null });
      };
      notifications.show({
        id,
        message: (
          <span className="row">
            Renamed to {renamed.name}.
            <Button variant="subtle" onClick={undo}>
              Undo
            </Button>
          </span>
        ),
      });
      void cache.invalidateQueries({ queryKey: ["topics"] });
      void cache.invalidateQueries({ queryKey: ["conversations"] });
    },
  });
  return mutation.mutate;
}
