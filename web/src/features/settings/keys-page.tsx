// What programs show the server: made here, shown once, revoked at once.
import { Button } from "@mantine/core";
import { IconKey } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ClientOutput } from "../../../../src/contract/client.ts";
import { client } from "../../api/client.ts";
import { useMay, useWorkspace } from "../../api/hooks.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { formatAgo, formatInstant } from "../../ui/format.ts";
import { ACCESS_CHOICES } from "./access-words.ts";
import { AddKeyDialog } from "./add-key-dialog.tsx";
import { SettingsFrame } from "./settings-frame.tsx";
import { SettingsTable } from "./settings-table.tsx";

type Key = ClientOutput<"getApiKeys">["apiKeys"][number];

export function KeysPage() {
  const [isAdding, setAdding] = useState(false);
  const [revoked, setRevoked] = useState<Key>();
  const mayAdminister = useMay("admin");
  const keys = useQuery({
    queryKey: ["api-keys"],
    queryFn: ({ signal }) => client.call("getApiKeys", {}, { signal }),
    enabled: mayAdminister,
  });
  const add = (
    <Button leftSection={<IconKey size={14} />} onClick={() => setAdding(true)}>
      Make a key
    </Button>
  );
  const list = keys.data?.apiKeys;
  return (
    <SettingsFrame
      tab="API keys"
      answers="What programs show this server, as Authorization: Bearer KEY."
      isForAdmins
      actions={add}
    >
      {keys.isError && <ErrorState error={keys.error} onRetry={() => void keys.refetch()} />}
      {list && (
        <section className="panel" aria-label="API keys">
          {list.length === 0 ? (
            <EmptyState title="No keys yet" next={add}>
              A program that posts conversations or asks for numbers needs one where the server asks for a
              login.
            </EmptyState>
          ) : (
            <SettingsTable columns={["Key", "May", "Made", "Last used"]}>
              {list.map((key) => (
                <KeyRow key={key.id} apiKey={key} onRevoke={() => setRevoked(key)} />
              ))}
            </SettingsTable>
          )}
        </section>
      )}
      {isAdding && <AddKeyDialog onClose={() => setAdding(false)} />}
      {revoked && <RevokeDialog apiKey={revoked} onClose={() => setRevoked(undefined)} />}
    </SettingsFrame>
  );
}

function KeyRow(props: { readonly apiKey: Key; readonly onRevoke: () => void }) {
  const { name, access, createdAt, lastUsedAt } = props.apiKey;
  const { timeZone } = useWorkspace();
  const ago = (at: string) => (
    <span title={formatInstant(at, timeZone)}>{formatAgo(at, timeZone, new Date())}</span>
  );
  return (
    <tr>
      <td>{name}</td>
      <td>{ACCESS_CHOICES.find(({ value }) => value === access)?.label}</td>
      <td className="nowrap">{ago(createdAt)}</td>
      <td className="nowrap">{lastUsedAt === null ? "Never" : ago(lastUsedAt)}</td>
      <td>
        <div className="people-actions">
          <Button variant="subtle" color="gray" aria-label={`Revoke ${name}`} onClick={props.onRevoke}>
            Revoke
          </Button>
        </div>
      </td>
    </tr>
  );
}

function RevokeDialog(props: { readonly apiKey: Key; readonly onClose: () => void }) {
  const { apiKey, onClose } = props;
  const cache = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => client.call("deleteApiKey", { params: { id: apiKey.id } }),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ["api-keys"] });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={`Revoke ${apiKey.name}`}
      verb="Revoke"
      isPending={revoke.isPending}
      error={revoke.error}
      onConfirm={() => revoke.mutate()}
      onClose={onClose}
    >
      Programs that show this key are refused from now on.
    </ConfirmDialog>
  );
}
