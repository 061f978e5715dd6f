import type { EntityFinder } from "../../nlp/entities/entity.ts";
import { createRedactor } from "../../prepare/redact/redactor.ts";

/** What redaction would replace, as entities. `region` is where phone numbers without a country code belong. */
export function personalData(region?: string): EntityFinder {
  const redactor = createRedactor({
    key: "",
    policy: { default: "mask", perType: {} },
    ...(region && { region }),
  });
  return (text) =>
    redactor.redactText(text).spans.map(({ start, end, type, score }) => ({
      start,
      end,
      type,
      value: text.slice(start, end),
      score,
    }));
}
