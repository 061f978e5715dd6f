// Parts of a conversation's row, in columns and on cards alike.
import { IconArrowRight, IconRobot } from "@tabler/icons-react";
import type { ConversationRow } from "../../../../src/contract/conversations.ts";
import { sentimentBand } from "../../charts/colours.ts";
import { formatScore } from "../../ui/format.ts";
import { RedactedText } from "../../ui/redacted-text.tsx";
import { excerptParts } from "./excerpt.ts";

export function SentimentMark(props: { readonly row: ConversationRow }) {
  const { sentiment } = props.row;
  const band = sentimentBand(sentiment?.mean ?? null);
  const score = sentiment === null ? "not known yet" : formatScore(sentiment.mean);
  return (
    <span className="sentiment-mark" data-band={band} title={`Sentiment ${band}: ${score}`}>
      <span className="visually-hidden">Sentiment {band}</span>
    </span>
  );
}

/** What a search found, its words marked; without a search the customer's first words. */
export function FoundText(props: { readonly row: ConversationRow }) {
  const { match, firstCustomerText } = props.row;
  if (match === null) {
    return firstCustomerText === "" ? (
      <span className="muted">No words of the customer</span>
    ) : (
      <RedactedText text={firstCustomerText} />
    );
  }
  const [before, hit, after] = excerptParts(match);
  return (
    <>
      <RedactedText text={before} />
      {hit !== "" && <mark className="hit">{hit}</mark>}
      <RedactedText text={after} />
    </>
  );
}

export function HandedOver() {
  return (
    <span title="Handed over from bot to agent" className="handover">
      <IconRobot size={12} aria-hidden />
      <IconArrowRight size={10} aria-hidden />
    </span>
  );
}
