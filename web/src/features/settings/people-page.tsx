// Who may sign in, and what they may do. No mail is sent: a person gets a link that an administrator hands over.
import { Button } from "@mantine/core";
import { IconUserPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Account } from "../../../../src/contract/accounts.ts";
import { client } from "../../api/client.ts";
import { useMay, useSession, useWorkspace } from "../../api/hooks.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { AddPersonDialog } from "./add-person-dialog.tsx";
import { LinkDialog } from "./link-dialog.tsx";
import { PersonRow } from "./person-row.tsx";
import { SettingsFrame } from "./settings-frame.tsx";
import { SettingsTable } from "./settings-table.tsx";

export function PeoplePage() {
  const { mode } = useWorkspace();
  const { data: session } = useSession();
  const [isAdding, setAdding] = useState(false);
  const [linkFor, setLinkFor] = useState<Account>();
  const mayAdminister = useMay("admin");
  const people = useQuery({
    queryKey: ["accounts"],
    queryFn: ({ signal }) => client.call("getAccounts", {}, { signal }),
    enabled: mayAdminister,
  });
  const accounts = people.data?.accounts;
  const add = (
    <Button leftSection={<IconUserPlus size={14} />} onClick={() => setAdding(true)}>
      Add a person
    </Button>
  );
  return (
    <SettingsFrame tab="People" answers="Who may sign in, and what they may do." isForAdmins actions={add}>
      {mode === "local" && (
        <p className="panel settings-note">
          This server answers this machine alone and asks nobody to sign in. Started with <code>--host</code>{" "}
          and the address of a network, it asks everybody; the people below can sign in then.
        </p>
      )}
      {people.isError && <ErrorState error={people.error} onRetry={() => void people.refetch()} />}
      {accounts && (
        <section className="panel" aria-label="People">
          {accounts.length === 0 ? (
            <EmptyState title="Nobody has an account yet" next={add}>
              Add a person and hand over the link that you get: they choose a password with it.
            </EmptyState>
          ) : (
            <SettingsTable columns={["Person", "May", "State", "Last seen"]}>
              {accounts.map((account) => (
                <PersonRow
                  key={account.id}
                  account={account}
                  isOneself={account.id === session?.user?.id}
                  onLink={() => setLinkFor(account)}
                />
              ))}
            </SettingsTable>
          )}
        </section>
      )}
      {isAdding && <AddPersonDialog onClose={() => setAdding(false)} />}
      {linkFor && <LinkDialog account={linkFor} onClose={() => setLinkFor(undefined)} />}
    </SettingsFrame>
  );
}
