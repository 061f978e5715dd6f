import { NativeSelect, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ClientOutput } from "../../../../src/contract/client.ts";
import { client } from "../../api/client.ts";
import { ShownOnce } from "../../ui/shown-once.tsx";
import { ACCESS_CHOICES, ACCESS_NOTE, accessOf } from "./access-words.ts";
import { AskThenShowDialog } from "./ask-then-show-dialog.tsx";

type Access = ClientOutput<"getApiKeys">["apiKeys"][number]["access"];

/** Asks what a key is for, then shows it, this once. */
export function AddKeyDialog(props: { readonly onClose: () => void }) {
  const cache = useQueryClient();
  const add = useMutation({
    mutationFn: (body: { readonly name: string; readonly access: Access }) =>
      client.call("postApiKey", { body }),
    onSuccess: () => cache.invalidateQueries({ queryKey: ["api-keys"] }),
  });
  return (
    <AskThenShowDialog
      title="Make a key"
      verb="Make"
      made={
        add.data && (
          <>
            <p>This is shown once. Put it where the program finds it, and nowhere else.</p>
            <ShownOnce label={`Key ${add.data.name}`} secret={add.data.key} />
          </>
        )
      }
      isPending={add.isPending}
      error={add.error}
      onSubmit={(field) => add.mutate({ name: field("name"), access: accessOf(field("access")) })}
      onClose={props.onClose}
    >
      <TextInput
        name="name"
        label="What it is for"
        placeholder="Nightly loader"
        autoComplete="off"
        required
        maxLength={100}
        data-autofocus
      />
      <NativeSelect name="access" label="May" description={ACCESS_NOTE} data={ACCESS_CHOICES} />
    </AskThenShowDialog>
  );
}
