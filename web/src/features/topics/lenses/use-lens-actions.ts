import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { client } from "../../../api/client.ts";
import { describeError } from "../../../api/problem.ts";

/** Turning a lens on or off and deleting it; what the server refuses is said. */
export function useLensActions() {
  const cache = useQueryClient();
  const onSettled = () => cache.invalidateQueries({ queryKey: ["topics"] });
  const onError = (error: unknown) => {
    const { title, advice } = describeError(error);
    notifications.show({ color: "orange", title, message: advice });
  };
  return {
    turn: useMutation({
      mutationFn: ({ id, on }: { readonly id: string; readonly on: boolean }) =>
        client.call("patchLens", { params: { id }, body: { on } }),
      onSettled,
      onError,
    }),
    remove: useMutation({
      mutationFn: (id: string) => client.call("deleteLens", { params: { id } }),
      onSettled,
      onError,
    }),
  };
}
