// What the tagger finds.
import type { Entity } from "../entities/entity.ts";

export const ENTITY_TYPES = [
  "PERSON",
  "LOCATION",
  "ORGANISATION",
  "PRODUCT",
  "ADDRESS",
  "GROUP",
  "AGE",
  "PHONE",
] as const;
/** GROUP is a nationality, a creed or a people; ADDRESS is anything down to a street or a postcode; AGE a person's age in years. */
export type EntityType = (typeof ENTITY_TYPES)[number];

/** Its score is 0.5 to 1: how much likelier the tags are than none at all, by the model. Not calibrated. */
export type TaggedEntity = Omit<Entity, "type" | "value"> & { readonly type: EntityType };
