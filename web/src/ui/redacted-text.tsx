import { splitRedactions } from "./redaction-parts.ts";

/** Stored text with its redactions as small grey tags. */
export function RedactedText(props: { readonly text: string }) {
  return splitRedactions(props.text).map((part) =>
    part.kind === "text" ? (
      <span key={part.start}>{part.text}</span>
    ) : (
      <span key={part.start} className="redaction" title="Redacted before it was stored">
        {part.words}
      </span>
    ),
  );
}
