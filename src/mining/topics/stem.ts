/** A word without its commonest English endings, to see that "cards" and "card" are alike. */
export function stem(word: string): string {
  if (word.length <= 3) return word;
  const base = word
    .replace(/(?:ies)$/, "y")
    .replace(/(?:sses)$/, "ss")
    .replace(/([^s])s$/, "$1");
  const cut = base.replace(/(?:ing|ed)$/, "");
  return (cut.length >= 3 ? cut : base).replace(/([^aeiou])\1$/, "$1").replace(/e$/, "");
}
