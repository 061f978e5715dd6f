const UUID = /(?<![0-9a-z])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-z])/gi;
const LENGTH = 36;

/** Whether a stretch of text lies in a UUID: its digits are then nobody's card, account or telephone, whatever they add up to. */
export function isInUuid(text: string, start: number, end: number): boolean {
  const from = Math.max(0, start - LENGTH);
  for (const match of text.slice(from, end + LENGTH).matchAll(UUID)) {
    const at = from + match.index;
    if (at < end && at + LENGTH > start) return true;
  }
  return false;
}
