import { ActionIcon, Menu, NativeSelect } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconDots } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Account } from "../../../../src/contract/accounts.ts";
import { client } from "../../api/client.ts";
import { useWorkspace } from "../../api/hooks.ts";
import { describeError } from "../../api/problem.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { formatAgo, formatInstant } from "../../ui/format.ts";
import { ACCESS_CHOICES, accessOf } from "./access-words.ts";

const STATE_WORDS = { invited: "Has not chosen a password", active: "Active", disabled: "Disabled" } as const;

/** A person with what one can do about them. One's own rights and account are changed by others, or on one's own page. */
export function PersonRow(props: {
  readonly account: Account;
  readonly isOneself: boolean;
  readonly onLink: () => void;
}) {
  const { account, isOneself } = props;
  const { timeZone } = useWorkspace();
  const [isRemoving, setRemoving] = useState(false);
  const cache = useQueryClient();
  const refresh = () => cache.invalidateQueries({ queryKey: ["accounts"] });
  const change = useMutation({
    mutationFn: (body: { readonly access?: Account["access"]; readonly disabled?: boolean }) =>
      client.call("patchAccount", { params: { id: account.id }, body }),
    onSettled: refresh,
    onError: (error) => {
      const { title, advice } = describeError(error);
      notifications.show({ title, message: advice });
    },
  });
  const remove = useMutation({
    mutationFn: () => client.call("deleteAccount", { params: { id: account.id } }),
    onSuccess: refresh,
  });
  const isDisabled = account.state === "disabled";
  return (
    <tr>
      <td>
        {account.name}
        {isOneself && <span className="muted"> (you)</span>}
        <div className="small muted">{account.email}</div>
      </td>
      <td>
        <NativeSelect
          size="xs"
          w={150}
          aria-label={`What ${account.name} may do`}
          data={ACCESS_CHOICES}
          value={account.access}
          disabled={isOneself || change.isPending}
          onChange={(event) => change.mutate({ access: accessOf(event.currentTarget.value) })}
        />
      </td>
      <td>{STATE_WORDS[account.state]}</td>
      <td className="nowrap">
        {account.lastSeenAt === null ? (
          "–"
        ) : (
          <span title={formatInstant(account.lastSeenAt, timeZone)}>
            {formatAgo(account.lastSeenAt, timeZone, new Date())}
          </span>
        )}
      </td>
      <td>
        {!isOneself && (
          <div className="people-actions">
            <Menu position="bottom-end" withinPortal>
              <Menu.Target>
                <ActionIcon variant="subtle" color="gray" aria-label={`More about ${account.name}`}>
                  <IconDots size={16} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                {!isDisabled && (
                  <Menu.Item onClick={props.onLink}>
                    {account.state === "invited" ? "Make a new link" : "Reset the password"}
                  </Menu.Item>
                )}
                <Menu.Item onClick={() => change.mutate({ disabled: !isDisabled })}>
                  {isDisabled ? "Enable" : "Disable"}
                </Menu.Item>
                <Menu.Item onClick={() => setRemoving(true)}>Remove</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </div>
        )}
        {isRemoving && (
          <ConfirmDialog
            title={`Remove ${account.name}`}
            verb="Remove"
            isPending={remove.isPending}
            error={remove.error}
            onConfirm={() => remove.mutate()}
            onClose={() => setRemoving(false)}
          >
            They are signed out and cannot come back. What they did stays in the records. To keep them out for
            a while, disable them instead.
          </ConfirmDialog>
        )}
      </td>
    </tr>
  );
}
