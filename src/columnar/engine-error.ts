// What is kept of an engine's error. Its own words quote parameter values and rows, which must not reach a log: the number,
// the name and our own statement, where `{p1:String}` stands for each value, say enough to find the fault.

export class EngineError extends Error {
  override readonly name = "EngineError";
  /** ClickHouse's number of the error, or Node's word for a failed connection such as `ECONNREFUSED`. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

function readCode(error: unknown): string {
  if (typeof error !== "object" || error === null) return "unknown";
  if ("clickhouseCode" in error && error.clickhouseCode !== undefined) return String(error.clickhouseCode);
  if ("code" in error && error.code !== undefined) return String(error.code);
  return error instanceof Error ? error.name : "unknown";
}

/** ClickHouse's name of the error: `UNKNOWN_IDENTIFIER`. */
function readName(error: unknown): string {
  if (!(error instanceof Error)) return "";
  if ("type" in error && typeof error.type === "string") return ` ${error.type}`;
  const name = /\(([A-Z][A-Z_]+)\)\s*$/.exec(error.message)?.[1];
  return name === undefined ? "" : ` ${name}`;
}

/** `statement` is the text with its places for values, or what was done instead of one. */
export function toEngineError(error: unknown, statement: string): EngineError {
  const code = readCode(error);
  return new EngineError(code, `error ${code}${readName(error)} in: ${statement}`);
}
