import { Refusal } from "../../ui/refusal.tsx";
import { SignInError, signInWords } from "./auth.ts";

/** Why somebody was not let in. */
export function Refused(props: { readonly error: unknown }) {
  if (!(props.error instanceof SignInError)) return <Refusal error={props.error} />;
  return (
    <p role="alert" className="refusal">
      {signInWords(props.error)}
    </p>
  );
}
