// Which word before a number says what the number is. "Order 5551234567" is no phone number and "call 5551234567" is.
import { allMatches } from "./all-matches.ts";

const REACH = 48;

/** Up to 48 code units before `start`, in lower case, not reaching over a line break. */
export function textBefore(text: string, start: number, reach: number = REACH): string {
  const from = Math.max(0, start - reach);
  const before = text.slice(from, start);
  return before.slice(before.lastIndexOf("\n") + 1).toLowerCase();
}

/** Where the last match of `pattern` (global) ends in `text`, or -1. Meant for the short stretch before a value. */
function endOfLast(text: string, pattern: RegExp): number {
  let end = -1;
  for (const match of allMatches(text, pattern)) end = match.index + match[0].length;
  return end;
}

const BUSINESS_WORDS =
  "orders?|invoices?|tracking|tickets?|bookings?|reservations?|confirmation|references?|ref|case|transaction|purchase|serial|shipment|parcel|receipt|claim|model|sku|item|product|imei|policy|flight|train|bestell\\w*|auftrags?\\w*|rechnungs?\\w*|sendungs?\\w*|commande|facture|colis|pedido|factura|env[ií]o|ordine|fattura|bestelling|factuur";
const BUSINESS_WORD = new RegExp(`\\b(?:${BUSINESS_WORDS})\\b`, "g");
const BUSINESS_LEAD = new RegExp(
  `\\b(?:${BUSINESS_WORDS})(?:[\\s#:.,º°-]|\\b(?:number|num|numero|número|numéro|nummer|no|nr|id|code|is|was|de)\\b){0,12}$`,
);

/** Whether the nearest telling word before `start` is one of `pattern` rather than the name of a business number. */
export function isAnnouncedBy(text: string, start: number, pattern: RegExp): boolean {
  const before = textBefore(text, start);
  const own = endOfLast(before, pattern);
  return own >= 0 && own >= endOfLast(before, BUSINESS_WORD);
}

/** Whether the words right before `start` say that the number belongs to a business's books: an order, a ticket, a flight. */
export function isBusinessNumber(text: string, start: number): boolean {
  return BUSINESS_LEAD.test(textBefore(text, start));
}
