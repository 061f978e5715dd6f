import { NativeSelect, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Account } from "../../../../src/contract/accounts.ts";
import { client } from "../../api/client.ts";
import { ACCESS_CHOICES, ACCESS_NOTE, accessOf } from "./access-words.ts";
import { AskThenShowDialog } from "./ask-then-show-dialog.tsx";
import { HandedOverLink } from "./handed-over-link.tsx";

/** Asks who it is and what they may do, then shows their link. */
export function AddPersonDialog(props: { readonly onClose: () => void }) {
  const cache = useQueryClient();
  const add = useMutation({
    mutationFn: (body: Pick<Account, "name" | "email" | "access">) => client.call("postAccount", { body }),
    onSuccess: () => cache.invalidateQueries({ queryKey: ["accounts"] }),
  });
  return (
    <AskThenShowDialog
      title="Add a person"
      verb="Add"
      made={
        add.data && (
          <HandedOverLink name={add.data.account.name} link={add.data.link} expiresAt={add.data.expiresAt} />
        )
      }
      isPending={add.isPending}
      error={add.error}
      onSubmit={(field) =>
        add.mutate({ name: field("name"), email: field("email"), access: accessOf(field("access")) })
      }
      onClose={props.onClose}
    >
      <TextInput name="name" label="Name" autoComplete="off" required maxLength={100} data-autofocus />
      <TextInput name="email" type="email" label="E-mail" autoComplete="off" required />
      <NativeSelect name="access" label="May" description={ACCESS_NOTE} data={ACCESS_CHOICES} />
    </AskThenShowDialog>
  );
}
