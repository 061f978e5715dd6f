// A new link for a person who has an account. It ends the password and the sessions there are, so it asks first.
import { Button, Modal } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Account } from "../../../../src/contract/accounts.ts";
import { client } from "../../api/client.ts";
import { Refusal } from "../../ui/refusal.tsx";
import { HandedOverLink } from "./handed-over-link.tsx";

export function LinkDialog(props: { readonly account: Account; readonly onClose: () => void }) {
  const { account, onClose } = props;
  const cache = useQueryClient();
  const make = useMutation({
    mutationFn: () => client.call("postAccountLink", { params: { id: account.id } }),
    onSuccess: () => cache.invalidateQueries({ queryKey: ["accounts"] }),
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={`A link for ${account.name}`}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      {make.data ? (
        <HandedOverLink name={account.name} {...make.data} />
      ) : (
        <p>
          {account.state === "active"
            ? "Their password and all their sessions end at once. They choose a new password with the link."
            : "They choose a password with it. A link that was made before opens nothing any more."}
        </p>
      )}
      <Refusal error={make.error} />
      <div className="dialog-row">
        <Button variant="default" onClick={onClose}>
          {make.data ? "Done" : "Not now"}
        </Button>
        {!make.data && (
          <Button loading={make.isPending} onClick={() => make.mutate()}>
            Make the link
          </Button>
        )}
      </div>
    </Modal>
  );
}
