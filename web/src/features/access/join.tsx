// Where a one-time link leads: the person whom it belongs to chooses a password and is signed in.
import { Button, Loader, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { client } from "../../api/client.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { fieldsOf } from "../../ui/fields-of.ts";
import { NewPassword } from "../../ui/new-password.tsx";
import { signIn } from "./auth.ts";
import { Refused } from "./refused.tsx";
import "./sign-in.css";

export default function Join(props: { readonly token: string }) {
  const { token } = props;
  const whose = useQuery({
    queryKey: ["join", token],
    queryFn: ({ signal }) => client.call("findJoin", { body: { token } }, { signal }),
  });
  return (
    <main className="sign-in">
      <title>Choose a password · Parlance</title>
      <div className="panel sign-in-card">
        <div className="row">
          <img src="/icon.svg" width={28} height={28} alt="" />
          <h1>Choose a password</h1>
        </div>
        {whose.isPending && <Loader size="sm" aria-label="Looking the link up" />}
        {whose.isError && <ErrorState error={whose.error} />}
        {whose.data && <ChoosePassword token={token} name={whose.data.name} email={whose.data.email} />}
        {whose.isError && <a href="/">Sign in</a>}
      </div>
    </main>
  );
}

function ChoosePassword(props: { readonly token: string; readonly name: string; readonly email: string }) {
  const { token } = props;
  const choose = useMutation({
    mutationFn: async (password: string) => {
      const { email } = await client.call("join", { body: { token, password } });
      await signIn(email, password);
    },
    // The link has done its work; its token leaves the history with it.
    onSuccess: () => window.location.replace("/"),
  });
  return (
    <form className="stack" onSubmit={(event) => choose.mutate(fieldsOf(event)("password"))}>
      <p className="muted">Welcome, {props.name}. From then on you sign in with both of these.</p>
      <TextInput
        name="email"
        type="email"
        label="E-mail"
        defaultValue={props.email}
        autoComplete="username"
        readOnly
      />
      <NewPassword name="password" label="Password" />
      <Refused error={choose.error} />
      <Button type="submit" size="sm" loading={choose.isPending}>
        Sign in
      </Button>
    </form>
  );
}
