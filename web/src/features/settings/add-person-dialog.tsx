import { Button, Modal, NativeSelect, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Account } from "../../../../src/contract/accounts.ts";
import { client } from "../../api/client.ts";
import { fieldsOf } from "../../ui/fields-of.ts";
import { Refusal } from "../../ui/refusal.tsx";
import { ACCESS_CHOICES, ACCESS_NOTE, accessOf } from "./access-words.ts";
import { HandedOverLink } from "./handed-over-link.tsx";

/** Asks who it is and what they may do, then shows their link. */
export function AddPersonDialog(props: { readonly onClose: () => void }) {
  const cache = useQueryClient();
  const add = useMutation({
    mutationFn: (body: Pick<Account, "name" | "email" | "access">) => client.call("postAccount", { body }),
    onSuccess: () => cache.invalidateQueries({ queryKey: ["accounts"] }),
  });
  return (
    <Modal
      opened
      onClose={props.onClose}
      title="Add a person"
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      {add.data ? (
        <>
          <HandedOverLink name={add.data.account.name} link={add.data.link} expiresAt={add.data.expiresAt} />
          <div className="dialog-row">
            <Button onClick={props.onClose}>Done</Button>
          </div>
        </>
      ) : (
        <form
          className="stack"
          onSubmit={(event) => {
            const field = fieldsOf(event);
            add.mutate({ name: field("name"), email: field("email"), access: accessOf(field("access")) });
          }}
        >
          <TextInput name="name" label="Name" autoComplete="off" required maxLength={100} data-autofocus />
          <TextInput name="email" type="email" label="E-mail" autoComplete="off" required />
          <NativeSelect name="access" label="May" description={ACCESS_NOTE} data={ACCESS_CHOICES} />
          <Refusal error={add.error} />
          <div className="dialog-row">
            <Button variant="default" onClick={props.onClose}>
              Not now
            </Button>
            <Button type="submit" loading={add.isPending}>
              Add
            </Button>
          </div>
        </form>
      )}
    </Modal>
  );
}
