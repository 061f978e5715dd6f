// Ids of orders, parcels, accounts and the like: by the shapes learnt for a workspace, by shapes that carriers use, and by the
// words before them ("order number is AB-1234").
import type { IdShape, IdType, Slot, SlotFinder } from "./slot.ts";

/** Words before an id, and what it then is. */
const ID_WORDS: Readonly<Record<IdType, string>> = {
  ORDER_ID: "order|purchase|po",
  TRACKING_ID: "tracking|parcel|package|shipment|consignment|waybill",
  ACCOUNT_ID: "account|acct|customer|member|membership|policy|contract|client",
  REFERENCE_ID:
    "reference|ref|booking|reservation|confirmation|invoice|ticket|case|claim|incident|receipt|transaction|serial|rma",
};
const ID_TYPES = Object.keys(ID_WORDS) as IdType[];

/** UPS, the Universal Postal Union's S10, and USPS. */
const CARRIER = /(?<![\p{L}\p{N}-])(?:1Z[0-9A-Z]{16}|[A-Z]{2}\d{9}[A-Z]{2}|9[2-5]\d{20})(?![\p{L}\p{N}-])/gu;
const TOKEN = /[\p{L}\p{N}](?:[\p{L}\p{N}._/-]*[\p{L}\p{N}])?/gu;
const AFTER_WORD = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${ID_TYPES.map((type) => `(?<${type}>${ID_WORDS[type]})`).join("|")})s?(?<asked>[\\s#:.-]*(?:numbers?|no|num|nr|id|code|ref(?:erence)?)\\b[.:#\\s]*|\\s*[#:])?(?:\\s*(?:is|was|=|:|#|-)\\s*)*\\s+?#?\\s*(?<id>[A-Za-z0-9][A-Za-z0-9_/-]*\\d[A-Za-z0-9_/-]*)(?![\\p{L}\\p{N}])(?!\\.\\d|%)`,
  "giu",
);
const HASH = /(?<![\p{L}\p{N}&])#\s?(?<id>[A-Z0-9-]*\d[A-Z0-9-]{2,})(?![\p{L}\p{N}])/giu;
const FEWEST_ASKED = 3;
const FEWEST_PLAIN = 4;
const FEWEST_DIGITS = 2;

export const findIds: SlotFinder = (text, { shapes = [] }) => [
  ...findShapes(text, shapes),
  ...findAll(text, CARRIER, () => ({ type: "TRACKING_ID", score: 0.95 })),
  ...findAll(text, AFTER_WORD, ({ asked, id = "", ...words }) => {
    const type = ID_TYPES.find((one) => words[one] !== undefined);
    const digits = id.replace(/\D/g, "").length;
    const isLongEnough = id.length >= (asked === undefined ? FEWEST_PLAIN : FEWEST_ASKED);
    if (type === undefined || !isLongEnough || digits < FEWEST_DIGITS || isDateLike(id)) return undefined;
    return { type, score: asked === undefined ? 0.7 : 0.9 };
  }),
  ...findAll(text, HASH, () => ({ type: "REFERENCE_ID", score: 0.6 })),
];

export function isIdType(value: unknown): value is IdType {
  return ID_TYPES.some((type) => type === value);
}

/** The shape of a token: `A` a letter, `9` a digit, signs as they are. */
export function shapeOf(token: string): string {
  return token.replace(/\p{L}/gu, "A").replace(/\p{N}/gu, "9");
}

function* findShapes(text: string, shapes: readonly IdShape[]): Generator<Slot> {
  if (shapes.length === 0) return;
  const types = new Map(shapes.map(({ shape, type }) => [shape, type]));
  for (const match of text.matchAll(TOKEN)) {
    const type = types.get(shapeOf(match[0]));
    if (type !== undefined) yield idSlot(match.index, match[0], type, 0.95);
  }
}

type Groups = Readonly<Record<string, string | undefined>>;

function* findAll(
  text: string,
  pattern: RegExp,
  judge: (groups: Groups) => { readonly type: IdType; readonly score: number } | undefined,
): Generator<Slot> {
  for (const match of text.matchAll(pattern)) {
    const found = judge(match.groups ?? {});
    const id = match.groups?.["id"] ?? match[0];
    const start = match.index + match[0].length - id.length;
    if (found !== undefined) yield idSlot(start, id, found.type, found.score);
  }
}

function idSlot(start: number, text: string, type: IdType, score: number): Slot {
  return { start, end: start + text.length, type, text, value: text.replace(/\s/g, "").toUpperCase(), score };
}

function isDateLike(id: string): boolean {
  return /^(?:\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?|\d{4}-\d\d-\d\d)$/.test(id);
}
