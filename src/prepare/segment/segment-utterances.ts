// Cuts a message into sentence-like spans. Made for chat: line breaks and runs of `!?` always cut, a full stop cuts before
// lower case too, emoji close a sentence, and links, addresses, numbers, abbreviations and redaction tags stay whole. The
// text is walked once; only the places of the cuts are decided, so that spans cover everything and never overlap.
import type { TextSpan } from "../../core/domain.ts";
import { isAbbreviation } from "./abbreviations.ts";
import { dropPseudonyms } from "./bare-tags.ts";

/** A span that nothing cuts is cut here at a comma or space: transcripts of speech hold thousands of words without a stop. */
const LONGEST_SPAN = 600;
const ENDERS = /[.!?…\n\r\u2028\u2029。！？｡．؟۔।\u{1F000}-\u{1FAFF}\u2600-\u27BF:;=•]/gu;
const LINE_BREAKS = /[\n\r\u2028\u2029]/;
const FULL_WIDTH = /[。！？｡．]/;
const TOKEN_START = /\S*$/;
const LINK_OR_ADDRESS = /:\/\/|^www\.|@/i;
const CLOSERS = /["'”’»)\]}>」』）】*_]*/y;
const STOPS = /[.!?…؟۔।]+/y;
const EMOJI_RUN =
  /(?:[\u{1F000}-\u{1FAFF}\u2600-\u27BF]\uFE0F?[\u{1F3FB}-\u{1F3FF}\u200D]{0,4}|[ \t](?=[\u{1F000}-\u{1FAFF}\u2600-\u27BF]))+/uy;
const EMOTICON = /[:;=]['’]?-?[)(DPpOo/\\|*3](?![\p{L}\p{N}])\)*/uy;
const TOP_LEVEL =
  /^(?:com|org|net|io|co|de|fr|es|it|nl|uk|eu|us|ca|au|in|br|js|ts|py|ai|app|info|biz|edu|gov|tv|me)\b/i;

/**
 * Sentence-like spans of `text` in UTF-16 code units: in order, trimmed, without overlap, covering every character that is
 * not white space. A span holds at least one letter, digit or sign; a span without letters or digits joins its neighbour on the same line.
 * Pseudonyms in redaction tags have no say in where it is cut.
 */
export function segmentUtterances(text: string): TextSpan[] {
  const bare = dropPseudonyms(text);
  if (bare === undefined) return segment(text);
  return segment(bare.text).map(({ start, end }) => ({
    start: bare.toOriginal(start),
    end: bare.toOriginal(end),
  }));
}

function segment(text: string): TextSpan[] {
  const cuts = findCuts(text);
  const spans: TextSpan[] = [];
  let from = 0;
  for (const cut of [...cuts, text.length]) {
    if (cut <= from) continue;
    addSpan(text, from, cut, spans);
    from = cut;
  }
  return spans;
}

function findCuts(text: string): number[] {
  const cuts: number[] = [];
  let next = 0;
  ENDERS.lastIndex = 0;
  for (let match = ENDERS.exec(text); match !== null; match = ENDERS.exec(text)) {
    if (match.index < next) continue;
    const cut = cutAfter(text, match.index, match[0], cuts.at(-1) ?? 0);
    if (cut.isCut) cuts.push(cut.at);
    next = Math.max(cut.at, match.index + match[0].length);
    ENDERS.lastIndex = next;
  }
  return cuts;
}

type Cut = { readonly at: number; readonly isCut: boolean };

function cutAfter(text: string, at: number, sign: string, from: number): Cut {
  if (LINE_BREAKS.test(sign)) return { at: at + 1, isCut: true };
  if (sign === "•") return { at, isCut: at > from };
  if (sign === ":" || sign === ";" || sign === "=") {
    const emoticon = matchAt(EMOTICON, text, at);
    const isFree = at === 0 || /[\s.!?,]/.test(text.charAt(at - 1));
    return emoticon !== "" && isFree
      ? afterEmoji(text, at, at + emoticon.length, from)
      : { at: at + 1, isCut: false };
  }
  if (sign.length > 1 || /[\u2600-\u27BF]/.test(sign)) {
    return afterEmoji(text, at, at + Math.max(sign.length, matchAt(EMOJI_RUN, text, at).length), from);
  }
  const stops = FULL_WIDTH.test(sign)
    ? (/[。！？｡．!?]*/.exec(text.slice(at, at + 40))?.[0] ?? sign)
    : matchAt(STOPS, text, at);
  const close = at + stops.length;
  const closers = matchAt(CLOSERS, text, close);
  if (FULL_WIDTH.test(sign)) return { at: close + closers.length, isCut: true };
  const end = close + closers.length;
  return endsSentence(text, at, stops, end, from)
    ? { at: end + emojiAfter(text, end), isCut: true }
    : { at: close, isCut: false };
}

/** An emoji closes what stands before it, unless that is a word or two, and unless the sentence goes on in the same breath. */
function afterEmoji(text: string, at: number, end: number, from: number): Cut {
  const before = text.slice(Math.max(from, at - 60), at);
  const isBreak = /^\s+\S/.test(text.slice(end, end + 20)) && /\S+\s+\S+\s+\S/.test(before);
  return { at: end, isCut: isBreak };
}

function emojiAfter(text: string, end: number): number {
  const gap = /^[ \t]?/.exec(text.slice(end, end + 1))?.[0].length ?? 0;
  const emoji = matchAt(EMOJI_RUN, text, end + gap) || matchAt(EMOTICON, text, end + gap);
  return emoji === "" ? 0 : gap + emoji.length;
}

function endsSentence(text: string, at: number, stops: string, end: number, from: number): boolean {
  if (end >= text.length) return true;
  const rest = text.slice(end, end + 24);
  const isSpaced = /^\s/.test(rest);
  const next = rest.trimStart();
  const token = TOKEN_START.exec(text.slice(Math.max(from, at - 80), at))?.[0] ?? "";
  if (!isSpaced) {
    if (LINK_OR_ADDRESS.test(token)) return false;
    if (stops !== ".")
      return (
        /^[\p{L}\p{N}]/u.test(rest) &&
        (!/^\.+$/.test(stops) || /^\p{Lu}/u.test(rest)) &&
        /[\p{L}\p{N}]$/u.test(token)
      );
    return (
      /\p{Ll}{2}$/u.test(token) &&
      !token.includes(".") &&
      /^\p{Lu}\p{Ll}/u.test(rest) &&
      !TOP_LEVEL.test(rest)
    );
  }
  if (next === "" || /^\s*[\n\r]/.test(rest)) return true;
  if (stops !== ".") return !/^(?:\.{2,}|…)$/.test(stops) || /^[\p{Lu}\d]/u.test(next);
  if (/^\(?\d{1,3}$/.test(token) && /(?:^|\n)\s*\(?\d{1,3}$/.test(text.slice(Math.max(0, at - 8), at)))
    return false;
  return !isAbbreviation(token.replace(/^[("'[]+/, ""), next);
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
}

function addSpan(text: string, from: number, to: number, spans: TextSpan[]): void {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  if (start === end) return;
  const last = spans.at(-1);
  if (last !== undefined && !hasWord(text, start, end) && !LINE_BREAKS.test(text.slice(last.end, start))) {
    spans[spans.length - 1] = { start: last.start, end };
    return;
  }
  if (
    last !== undefined &&
    !hasWord(text, last.start, last.end) &&
    !LINE_BREAKS.test(text.slice(last.end, start))
  ) {
    spans.pop();
    start = last.start;
  }
  if (end - start <= LONGEST_SPAN) spans.push({ start, end });
  else splitLong(text, start, end, spans);
}

function hasWord(text: string, start: number, end: number): boolean {
  return /[\p{L}\p{N}]/u.test(end - start > 200 ? text.slice(start, start + 200) : text.slice(start, end));
}

function splitLong(text: string, start: number, end: number, spans: TextSpan[]): void {
  let from = start;
  while (end - from > LONGEST_SPAN) {
    const window = text.slice(from, from + LONGEST_SPAN);
    const comma = /^.*[,;、，]\s/s.exec(window)?.[0].length ?? 0;
    const space = /^.*\s/s.exec(window)?.[0].length ?? 0;
    let cut = comma > LONGEST_SPAN / 2 ? comma : space > LONGEST_SPAN / 3 ? space : LONGEST_SPAN;
    if (cut === LONGEST_SPAN && /[\uDC00-\uDFFF]/.test(text.charAt(from + cut))) cut -= 1;
    const piece = text.slice(from, from + cut).trimEnd();
    spans.push({ start: from, end: from + piece.length });
    from += cut;
    while (/\s/.test(text.charAt(from))) from += 1;
  }
  if (from < end) spans.push({ start: from, end });
}
