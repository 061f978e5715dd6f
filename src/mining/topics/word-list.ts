/** The words of a list that is written as text, white space between them. */
export function wordList(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
