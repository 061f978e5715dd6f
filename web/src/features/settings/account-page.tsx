// What is one's own: how the workbench looks, and where one signs in the password, signing out, leaving.
import { Button, NativeSelect, PasswordInput, useMantineColorScheme } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { client, queryClient } from "../../api/client.ts";
import { useSession } from "../../api/hooks.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { fieldsOf } from "../../ui/fields-of.ts";
import { NewPassword } from "../../ui/new-password.tsx";
import { changePassword, signOut } from "../access/auth.ts";
import { Refused } from "../access/refused.tsx";
import { ACCESS_CHOICES } from "./access-words.ts";
import { SettingsFrame } from "./settings-frame.tsx";

export function AccountPage() {
  const { data: session } = useSession();
  const user = session?.user ?? null;
  const may = ACCESS_CHOICES.find(({ value }) => value === session?.access)?.label ?? "";
  return (
    <SettingsFrame tab="You" answers="How the workbench looks to you, and how you sign in.">
      <Theme />
      {user === null ? (
        <p className="muted">You need no account: this server answers this machine alone.</p>
      ) : (
        <>
          <section className="panel settings-form" aria-label="You">
            <div>
              <h2>{user.name}</h2>
              <p className="muted">
                {user.email} · {may}
              </p>
            </div>
            <div>
              <Button variant="default" onClick={() => void signOut()}>
                Sign out
              </Button>
            </div>
          </section>
          <Password email={user.email} />
          <Leave />
        </>
      )}
    </SettingsFrame>
  );
}

const THEMES = [
  { value: "auto", label: "As the system" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;

function Theme() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <section className="panel settings-form" aria-label="Theme">
      <NativeSelect
        label="Theme"
        data={THEMES}
        value={colorScheme}
        onChange={(event) => {
          const wanted = THEMES.find(({ value }) => value === event.currentTarget.value);
          if (wanted) setColorScheme(wanted.value);
        }}
      />
    </section>
  );
}

function Password(props: { readonly email: string }) {
  const change = useMutation({
    mutationFn: changePassword,
    onSuccess: () => notifications.show({ message: "Changed. You are signed out everywhere else." }),
  });
  return (
    <form
      className="panel settings-form"
      onSubmit={(event) => {
        const form = event.currentTarget;
        const field = fieldsOf(event);
        change.mutate(
          { currentPassword: field("current"), newPassword: field("next") },
          { onSuccess: () => form.reset() },
        );
      }}
    >
      <h2>Password</h2>
      <input type="hidden" autoComplete="username" value={props.email} readOnly />
      <PasswordInput name="current" label="Current password" autoComplete="current-password" required />
      <NewPassword name="next" label="New password" />
      <Refused error={change.error} />
      <div>
        <Button type="submit" loading={change.isPending}>
          Change the password
        </Button>
      </div>
    </form>
  );
}

function Leave() {
  const [isAsking, setAsking] = useState(false);
  const leave = useMutation({
    mutationFn: () => client.call("leave", {}),
    onSuccess: () => queryClient.resetQueries(),
  });
  return (
    <section className="panel settings-form" aria-label="Leave">
      <div>
        <h2>Leave</h2>
        <p className="muted">Takes your account away. What you did stays in the records.</p>
      </div>
      <div>
        <Button variant="default" onClick={() => setAsking(true)}>
          Leave this server
        </Button>
      </div>
      {isAsking && (
        <ConfirmDialog
          title="Leave this server"
          verb="Leave"
          isPending={leave.isPending}
          error={leave.error}
          onConfirm={() => leave.mutate()}
          onClose={() => setAsking(false)}
        >
          You are signed out and cannot sign in again, unless an administrator adds you anew.
        </ConfirmDialog>
      )}
    </section>
  );
}
