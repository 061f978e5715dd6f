// The door of a server with accounts: signing in, or making the first account with the token that the terminal shows.
import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { fieldsOf } from "../../ui/fields-of.ts";
import { NewPassword } from "../../ui/new-password.tsx";
import { setUp, signIn } from "./auth.ts";
import { Refused } from "./refused.tsx";
import "./sign-in.css";

export default function SignIn(props: { readonly needsSetup: boolean; readonly setupToken: string }) {
  return (
    <main className="sign-in">
      <title>Sign in · Parlance</title>
      <div className="panel sign-in-card">
        <div className="row">
          <img src="/icon.svg" width={28} height={28} alt="" />
          <h1>{props.needsSetup ? "Set up Parlance" : "Sign in to Parlance"}</h1>
        </div>
        {props.needsSetup ? <FirstAccount token={props.setupToken} /> : <SignInForm />}
      </div>
    </main>
  );
}

function SignInForm() {
  const enter = useMutation({
    mutationFn: (given: { readonly email: string; readonly password: string }) =>
      signIn(given.email, given.password),
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        const field = fieldsOf(event);
        enter.mutate({ email: field("email"), password: field("password") });
      }}
    >
      <TextInput name="email" type="email" label="E-mail" autoComplete="username" required />
      <PasswordInput name="password" label="Password" autoComplete="current-password" required />
      <Refused error={enter.error} />
      <Button type="submit" size="sm" loading={enter.isPending}>
        Sign in
      </Button>
    </form>
  );
}

function FirstAccount(props: { readonly token: string }) {
  const make = useMutation({
    mutationFn: setUp,
    // The address of the link has done its work; the token leaves the history with it.
    onSuccess: () => window.location.replace("/"),
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        const field = fieldsOf(event);
        make.mutate({
          token: field("token").trim(),
          name: field("name"),
          email: field("email"),
          password: field("password"),
        });
      }}
    >
      <p className="muted">Nobody has an account yet. The first one administers the server.</p>
      <TextInput
        name="token"
        defaultValue={props.token}
        label="One-time token"
        description="The terminal in which Parlance runs shows it."
        autoComplete="off"
        required
      />
      <TextInput name="name" label="Name" autoComplete="name" required maxLength={100} />
      <TextInput name="email" type="email" label="E-mail" autoComplete="username" required />
      <NewPassword name="password" label="Password" />
      <Refused error={make.error} />
      <Button type="submit" size="sm" loading={make.isPending}>
        Make the account
      </Button>
    </form>
  );
}
