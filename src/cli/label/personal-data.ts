import type { EntityFinder } from "../../nlp/entities/entity.ts";
import { createRedactor } from "../../prepare/redact/redactor.ts";

/** What redaction would replace, and the places, companies, products and the like that it leaves, as entities. Dates are slots. `region` is where phone numbers without a country code belong. */
export function personalData(region?: string): EntityFinder {
  const redactor = createRedactor({
    key: "",
    policy: { default: "mask", perType: {} },
    reportsKept: true,
    ...(region && { region }),
  });
  return (text) => {
    const { spans, kept = [] } = redactor.redactText(text);
    return [...spans, ...kept.filter(({ type }) => type !== "DATE")].map(({ start, end, type, score }) => ({
      start,
      end,
      type,
      value: text.slice(start, end),
      score,
    }));
  };
}
