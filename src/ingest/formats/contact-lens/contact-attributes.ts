// What Contact Lens itself found out about a contact, as attributes.
import type { Attributes, AttributeValue } from "../../../core/domain.ts";
import { listOf, memberOf, numberOf, textOf } from "../../json/members.ts";

/** Matched categories, overall sentiment (-5 to 5), non-talk and total time in milliseconds, interruptions. */
export function contactAttributes(value: unknown): Attributes | undefined {
  const attributes: Record<string, AttributeValue> = {};
  const categories = (listOf(memberOf(value, "Categories", "MatchedCategories")) ?? []).flatMap(
    (one) => textOf(one) ?? [],
  );
  if (categories.length > 0) attributes["categories"] = { kind: "text", value: categories.join(", ") };
  const characteristics = memberOf(value, "ConversationCharacteristics");
  const sentiment = memberOf(characteristics, "Sentiment", "OverallSentiment");
  for (const role of ["CUSTOMER", "AGENT"]) {
    const score =
      numberOf(memberOf(sentiment, role)) ?? numberOf(memberOf(sentiment, "DetailsByParticipantRole", role));
    if (score !== undefined) attributes[`${role.toLowerCase()}_sentiment`] = { kind: "number", value: score };
  }
  const numbers = {
    duration_ms: memberOf(characteristics, "TotalConversationDurationMillis"),
    non_talk_ms: memberOf(characteristics, "NonTalkTime", "TotalTimeMillis"),
    interruptions: memberOf(characteristics, "Interruptions", "TotalCount"),
  };
  for (const [name, found] of Object.entries(numbers)) {
    const number = numberOf(found);
    if (number !== undefined) attributes[name] = { kind: "number", value: number };
  }
  return Object.keys(attributes).length === 0 ? undefined : attributes;
}
