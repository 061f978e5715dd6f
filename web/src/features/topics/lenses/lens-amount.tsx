import type { UseQueryResult } from "@tanstack/react-query";
import type { ClientOutput } from "../../../../../src/contract/client.ts";
import { describeError } from "../../../api/problem.ts";
import { formatCount, plural } from "../../../ui/format.ts";

/** How much a lens lets through, and what finding its topics would have to encode first. */
export function LensAmount(props: { readonly answer: UseQueryResult<ClientOutput<"measureLens">> }) {
  const { data, error, isPlaceholderData } = props.answer;
  return (
    <p className={isPlaceholderData ? "small lens-amount stale" : "small lens-amount"} role="status">
      {error !== null && describeError(error).title}
      {data && (
        <>
          Lets <b className="number">{plural(data.utterances, "utterance")}</b> through, in{" "}
          <b className="number">{plural(data.texts, "wording")}</b>.{" "}
          {data.notEncoded === 0
            ? "All of them are encoded already."
            : `${formatCount(data.notEncoded)} of them have to be encoded first, which takes most of the time.`}
        </>
      )}
    </p>
  );
}
