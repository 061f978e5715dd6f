import { Button, Modal, NativeSelect, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ClientOutput } from "../../../../src/contract/client.ts";
import { client } from "../../api/client.ts";
import { fieldsOf } from "../../ui/fields-of.ts";
import { Refusal } from "../../ui/refusal.tsx";
import { ShownOnce } from "../../ui/shown-once.tsx";
import { ACCESS_CHOICES, ACCESS_NOTE, accessOf } from "./access-words.ts";

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
    <Modal
      opened
      onClose={props.onClose}
      title="Make a key"
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      {add.data ? (
        <div className="stack">
          <p>This is shown once. Put it where the program finds it, and nowhere else.</p>
          <ShownOnce label={`Key ${add.data.name}`} secret={add.data.key} />
          <div className="dialog-row">
            <Button onClick={props.onClose}>Done</Button>
          </div>
        </div>
      ) : (
        <form
          className="stack"
          onSubmit={(event) => {
            const field = fieldsOf(event);
            add.mutate({ name: field("name"), access: accessOf(field("access")) });
          }}
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
          <Refusal error={add.error} />
          <div className="dialog-row">
            <Button variant="default" onClick={props.onClose}>
              Not now
            </Button>
            <Button type="submit" loading={add.isPending}>
              Make
            </Button>
          </div>
        </form>
      )}
    </Modal>
  );
}
