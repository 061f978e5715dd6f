// One kind of identity number: its form, its check and, where the check is weak, the words that must announce it.

export type NationalIdRule = {
  /** Country (ISO 3166) and what the number is called there. */
  readonly name: string;
  /** Global; matches the number as people write it, bounded in length. */
  readonly pattern: RegExp;
  /** Takes the match in upper case with separators removed. */
  readonly isValid?: (value: string) => boolean;
  /** Words in lower case (global) one of which must stand shortly before. Without: the form and check are enough. */
  readonly words?: RegExp;
  readonly score: number;
};
