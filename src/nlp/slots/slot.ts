// The words of slots: what is found, what a kind of slot needs to know, and what a kind is.
import type { TextSpan } from "../../core/domain.ts";

export type SlotType =
  | "DATE"
  | "AMOUNT"
  | "DURATION"
  | "QUANTITY"
  | "PRODUCT"
  | "ORDER_ID"
  | "TRACKING_ID"
  | "ACCOUNT_ID"
  | "REFERENCE_ID";

export type Money = {
  readonly amount: number;
  /** ISO 4217, or null when none is said ("5k"). */
  readonly currency: string | null;
};
export type Measure = {
  readonly amount: number;
  /** A unit (`kg`, `GB`) or the thing counted, as it is written. */
  readonly unit: string;
};
export type CatalogueItem = {
  readonly id: string;
  readonly name: string;
  /** Other names. */
  readonly aliases?: readonly string[];
};
export type IdType = "ORDER_ID" | "TRACKING_ID" | "ACCOUNT_ID" | "REFERENCE_ID";
/** The shape of a workspace's ids: `A` a letter, `9` a digit, anything else itself; such as `AAA-999999`. */
export type IdShape = { readonly type: IdType; readonly shape: string };

/**
 * - DATE: ISO 8601. A day `2026-03-06`, a time of a day `2026-03-06T15:00-05:00`, a week `2026-W11`, a month `2026-03`, a year
 *   `2026`, an interval `2026-03-06/2026-03-08`.
 * - DURATION: ISO 8601, such as `P2W`; a range `P3D/P5D`.
 * - AMOUNT: money; QUANTITY: a measure; PRODUCT: the id of the catalogue's item; ids: the id without spaces, in capitals.
 */
export type Slot = TextSpan & {
  readonly type: SlotType;
  readonly text: string;
  readonly value: string | Money | Measure;
  /** What it may mean as well, such as the other reading of 03/04. */
  readonly alternatives?: readonly string[];
  /** From 0 to 1. */
  readonly score: number;
};

export type SlotOptions = {
  /** When the text was said: "tomorrow" counts from here. Without it only whole dates are found. */
  readonly at?: Date;
  /** IANA zone of the person. Default UTC. */
  readonly timeZone?: string;
  /** BCP 47, such as `en-GB`: the language of dates, the order of 03/04, and which dollar is meant. Default `en-US`. */
  readonly locale?: string;
  readonly catalogue?: readonly CatalogueItem[];
  readonly shapes?: readonly IdShape[];
};

/** Finds one kind of slot, in any order. */
export type SlotFinder = (text: string, options: SlotOptions) => readonly Slot[];
