import { describeError } from "../api/problem.ts";

/** Why a form was refused, and what to do. Nothing while there is no error. */
export function Refusal(props: { readonly error: unknown }) {
  if (props.error === null || props.error === undefined) return null;
  const words = describeError(props.error);
  return (
    <p role="alert" className="refusal">
      {words.title} {words.advice}
    </p>
  );
}
