import { PasswordInput } from "@mantine/core";
import { SHORTEST_PASSWORD } from "../../../src/contract/access.ts";

/** The field in which somebody chooses a password. */
export function NewPassword(props: { readonly name: string; readonly label: string }) {
  return (
    <PasswordInput
      {...props}
      description={`${SHORTEST_PASSWORD} characters or more`}
      autoComplete="new-password"
      minLength={SHORTEST_PASSWORD}
      required
    />
  );
}
