import type { EntityFinder } from "../../nlp/entities/entity.ts";
import { detectLanguage } from "../../nlp/language/detect-language.ts";
import { extractSlots } from "../../nlp/slots/extract-slots.ts";
import type { SlotOptions } from "../../nlp/slots/slot.ts";

const READ_AS_ENGLISH = new Set(["en", "und"]);

/**
 * Dates, amounts and the like as entities, with their values in one form; dates are counted from the text's time. Without a
 * locale a text is read in its own language.
 */
export function slotValues(options: Omit<SlotOptions, "at"> = {}): EntityFinder {
  return (text, { time }) => {
    const locale = options.locale ?? localeOf(text);
    const slots = extractSlots(text, {
      ...options,
      ...(locale !== undefined && { locale }),
      ...(time !== undefined && { at: time }),
    });
    return slots.map(({ text: _, ...slot }) => slot);
  };
}

function localeOf(text: string): string | undefined {
  const { language } = detectLanguage(text);
  return READ_AS_ENGLISH.has(language) ? undefined : language;
}
