// Parses the beginning of a JSON document that was cut off anywhere, for looking at its form.

/**
 * The first document of the text as far as it is complete: open lists and objects are closed after their last whole
 * member. Of a document that is broken in the middle, as much as halving finds whole. Undefined when that is nothing.
 */
export function parsePartialJson(text: string): unknown {
  const start = text.search(/\S/);
  if (start < 0) return undefined;
  for (let end = text.length; end > start; end = start + Math.floor((end - start) / 2)) {
    const cut = findCut(text.slice(0, end), start);
    if (cut === undefined) return undefined;
    try {
      return JSON.parse(text.slice(start, cut.end) + cut.closers);
    } catch {
      // broken at some place: half of the text may come before it and be enough to see the form
    }
  }
  return undefined;
}

function findCut(
  text: string,
  start: number,
): { readonly end: number; readonly closers: string } | undefined {
  const closers: string[] = [];
  let safe: { readonly end: number; readonly closers: string } | undefined;
  const markSafe = (end: number) => {
    safe = { end, closers: closers.toReversed().join("") };
  };
  for (let at = start; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '"') {
      at = endOfString(text, at + 1);
      if (at < 0) return safe;
    } else if (char === "{" || char === "[") {
      closers.push(char === "{" ? "}" : "]");
      markSafe(at + 1);
    } else if (char === "}" || char === "]") {
      closers.pop();
      markSafe(at + 1);
      if (closers.length === 0) return safe;
    } else if (char === ",") {
      if (closers.length === 0) return safe;
      markSafe(at);
    } else if (closers.length === 0 && char.trim() !== "") {
      return { end: text.length, closers: "" };
    }
  }
  return safe;
}

function endOfString(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x5c) at += 1;
    else if (code === 0x22) return at;
  }
  return -1;
}
