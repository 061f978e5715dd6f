// Cuts the records out of a JSON document while it streams by, in memory bounded by the largest record. Only the record
// texts are handed on (and parsed, by the caller); everything else of the document is scanned over. Accepts several
// documents one after another, as in JSON Lines or in files glued together.
import { createHash, type Hash } from "node:crypto";
import { looksPersonal } from "../../prepare/identity-pseudonym.ts";

/**
 * Where records lie: `[]` each document, `["*"]` each element of a top array or member of a top object,
 * `["data", "*"]` each element of that member.
 */
export type RecordPattern = readonly string[];

export type JsonRecord =
  | {
      readonly kind: "record";
      readonly text: string;
      readonly path: string;
      readonly line: number;
      readonly key?: string;
    }
  | { readonly kind: "too-large"; readonly checksum: string; readonly path: string; readonly line: number }
  /** Text that is no JSON here. `isFatal`: the structure is lost and the rest of the input was given up. */
  | {
      readonly kind: "broken";
      readonly text: string;
      readonly path: string;
      readonly line: number;
      readonly isFatal: boolean;
    };

type Frame = {
  readonly isArray: boolean;
  /** Whether this container lies on the way to the records. */
  readonly isOnPath: boolean;
  index: number;
  key: string;
  /** What must come next: in an object a name, then a colon, then a value. */
  expects: "name" | "colon" | "value" | "comma";
};

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const KEPT_BROKEN_CHARS = 4096;

export type JsonSplitter = {
  push(text: string): JsonRecord[];
  end(): JsonRecord[];
};

export function createJsonSplitter(pattern: RecordPattern, maxRecordChars: number): JsonSplitter {
  let frames: Frame[] = [];
  let line = 1;
  let documents = 0;
  let isLost = false;
  /** Depth of nesting inside a value that is being scanned over or captured; 0 when none. */
  let depth = 0;
  let inString = false;
  let isEscaped = false;
  let inScalar = false;
  let nameParts: string[] | undefined;
  let capture:
    | {
        parts: string[];
        chars: number;
        hash: Hash | undefined;
        path: string;
        line: number;
        key: string | undefined;
      }
    | undefined;
  let isSkipping = false;
  let out: JsonRecord[] = [];

  function path(): string {
    const steps = frames.map((frame) => (frame.isArray ? String(frame.index) : stepOf(frame)));
    const document = documents > 0 && pattern.length > 0 && frames.length === 0 ? [`${documents}`] : [];
    return [...document, ...steps].map((step) => `/${step}`).join("");
  }

  /** Places are kept. A member's name that may be personal (an e-mail address as a key) is given by its number. */
  function stepOf({ key, index }: Frame): string {
    return looksPersonal(key) ? `#${index}` : key.replaceAll("~", "~0").replaceAll("/", "~1");
  }

  /** Does the value that begins now lie at the place of a record, on the way to it, or aside? */
  function placeOf(): "record" | "on-path" | "aside" {
    const level = frames.length;
    const top = frames.at(-1);
    if (top !== undefined && !top.isOnPath) return "aside";
    if (top !== undefined) {
      const step = pattern[level - 1];
      if (step === undefined || (step !== "*" && step !== top.key)) return "aside";
    }
    return level === pattern.length ? "record" : "on-path";
  }

  function beginCapture(): void {
    const top = frames.at(-1);
    capture = {
      parts: [],
      chars: 0,
      hash: undefined,
      path: frames.length === 0 ? (documents === 0 ? "" : `/${documents}`) : path(),
      line,
      key: top === undefined || top.isArray ? undefined : top.key,
    };
  }

  function captureText(text: string): void {
    if (capture === undefined || text === "") return;
    capture.chars += text.length;
    if (capture.hash !== undefined) capture.hash.update(text);
    else if (capture.chars > maxRecordChars) {
      capture.hash = createHash("sha256");
      for (const part of capture.parts) capture.hash.update(part);
      capture.hash.update(text);
      capture.parts = [];
    } else capture.parts.push(text);
  }

  function endValue(): void {
    if (capture !== undefined) {
      const { parts, hash, key, path: at, line: from } = capture;
      out.push(
        hash === undefined
          ? {
              kind: "record",
              text: parts.join(""),
              path: at,
              line: from,
              ...(key === undefined ? {} : { key }),
            }
          : { kind: "too-large", checksum: hash.digest("hex"), path: at, line: from },
      );
      capture = undefined;
    }
    isSkipping = false;
    const top = frames.at(-1);
    if (top === undefined) documents += 1;
    else top.expects = "comma";
  }

  function broken(text: string, isFatal: boolean): void {
    out.push({ kind: "broken", text: text.slice(0, KEPT_BROKEN_CHARS), path: path(), line, isFatal });
    if (isFatal) isLost = true;
  }

  /** Handles one significant character outside captured and skipped values. Returns how far the scan goes on. */
  function structural(code: number, text: string, at: number): number {
    const top = frames.at(-1);
    const char = text.charAt(at);
    if (code === 0x2c /* , */) {
      if (top === undefined) return at + 1; // objects glued together with commas
      if (top.expects !== "comma") broken(text.slice(at), true);
      top.expects = top.isArray ? "value" : "name";
      top.index += 1;
      return at + 1;
    }
    if (code === 0x5d || code === 0x7d) {
      const isArrayEnd = code === 0x5d;
      if (top === undefined) broken(char, false);
      else if (top.isArray !== isArrayEnd || top.expects === "colon") broken(text.slice(at), true);
      else {
        frames.pop();
        endValue();
      }
      return at + 1;
    }
    if (top !== undefined && top.expects === "comma") {
      broken(text.slice(at), true);
      return text.length;
    }
    if (top !== undefined && !top.isArray && top.expects === "name") {
      if (code !== QUOTE) {
        broken(text.slice(at), true);
        return text.length;
      }
      nameParts = [];
      inString = true;
      return at + 1;
    }
    if (top !== undefined && top.expects === "colon") {
      if (code !== 0x3a) {
        broken(text.slice(at), true);
        return text.length;
      }
      top.expects = "value";
      return at + 1;
    }
    return beginValue(code, text, at);
  }

  function beginValue(code: number, text: string, at: number): number {
    const isOpen = code === 0x5b || code === 0x7b;
    const isScalarStart =
      code === QUOTE ||
      code === 0x2d ||
      (code >= 0x30 && code <= 0x39) ||
      code === 0x74 ||
      code === 0x66 ||
      code === 0x6e;
    if (!isOpen && !isScalarStart) {
      if (frames.length > 0) {
        broken(text.slice(at), true);
        return text.length;
      }
      const next = nextLine(text, at);
      broken(text.slice(at, next), false);
      return next;
    }
    const place = placeOf();
    if (isOpen && place === "on-path") {
      frames.push({
        isArray: code === 0x5b,
        isOnPath: true,
        index: 0,
        key: "",
        expects: code === 0x5b ? "value" : "name",
      });
      return at + 1;
    }
    if (place === "record" || frames.length === 0) beginCapture();
    else isSkipping = true;
    if (isOpen)
      depth = 0; // the scan below counts this bracket itself
    else if (code !== QUOTE) inScalar = true;
    return at;
  }

  /** Scans the inside of a captured or skipped value from `from`; returns the index after what belongs to it. */
  function scanValue(text: string, from: number): number {
    let at = from;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (inString) {
        at = scanString(text, at);
        if (!inString && depth === 0) return finishAt(text, from, at);
        continue;
      }
      if (inScalar) {
        if (
          code === 0x2c ||
          code === 0x5d ||
          code === 0x7d ||
          code === 0x20 ||
          (code >= 0x09 && code <= 0x0d)
        ) {
          inScalar = false;
          return finishAt(text, from, at);
        }
        at += 1;
        continue;
      }
      if (code === QUOTE) inString = true;
      else if (code === 0x7b || code === 0x5b) depth += 1;
      else if (code === 0x7d || code === 0x5d) {
        depth -= 1;
        if (depth <= 0) {
          depth = 0;
          return finishAt(text, from, at + 1);
        }
      } else if (code === 0x0a) line += 1;
      at += 1;
    }
    captureText(text.slice(from));
    return text.length;
  }

  function finishAt(text: string, from: number, to: number): number {
    captureText(text.slice(from, to));
    endValue();
    return to;
  }

  /** From inside a string to after its closing quote or the end of the text. */
  function scanString(text: string, from: number): number {
    let at = from;
    if (isEscaped) {
      isEscaped = false;
      at += 1;
    }
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === BACKSLASH) {
        at += 1;
        if (at >= text.length) {
          isEscaped = true;
          return text.length;
        }
      } else if (code === QUOTE) {
        inString = false;
        return at + 1;
      } else if (code === 0x0a) line += 1;
    }
    return text.length;
  }

  function scanName(text: string, from: number): number {
    const to = scanString(text, from);
    nameParts?.push(text.slice(from, inString ? to : to - 1));
    const length = nameParts?.reduce((sum, part) => sum + part.length, 0) ?? 0;
    if (length > 10_000) {
      broken(text.slice(from), true);
      return text.length;
    }
    if (!inString) {
      const top = frames.at(-1);
      if (top !== undefined) {
        top.key = unescapeName(nameParts?.join("") ?? "");
        top.expects = "colon";
      }
      nameParts = undefined;
    }
    return to;
  }

  function take(): JsonRecord[] {
    const taken = out;
    out = [];
    return taken;
  }

  return {
    push(text) {
      let at = 0;
      while (at < text.length && !isLost) {
        if (nameParts !== undefined) at = scanName(text, at);
        else if (capture !== undefined || isSkipping) at = scanValue(text, at);
        else {
          const code = text.charCodeAt(at);
          if (code === 0x0a) line += 1;
          if (code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xfeff || code === 0x1e) at += 1;
          else at = structural(code, text, at);
        }
      }
      return take();
    },
    end() {
      if (isLost) return take();
      if (inScalar) {
        inScalar = false;
        endValue();
      }
      if (capture !== undefined) {
        const { parts, path: at, line: from } = capture;
        out.push({
          kind: "broken",
          text: parts.join("").slice(0, KEPT_BROKEN_CHARS),
          path: at,
          line: from,
          isFatal: true,
        });
      } else if (isSkipping || frames.length > 0 || nameParts !== undefined) broken("", true);
      capture = undefined;
      frames = [];
      return take();
    },
  };
}

function nextLine(text: string, at: number): number {
  const newline = text.indexOf("\n", at);
  return newline < 0 ? text.length : newline;
}

function unescapeName(name: string): string {
  if (!name.includes("\\")) return name;
  try {
    return String(JSON.parse(`"${name}"`));
  } catch {
    return name; // a bad escape in a name: it is kept as it is written
  }
}
