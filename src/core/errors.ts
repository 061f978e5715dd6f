// Every error Parlance can give a person, in one catalogue: its code, HTTP status, what happened and what to do.
// docs/errors.md is printed from it. Message texts of conversations never go into `details`.

type CatalogueEntry = { readonly status: number; readonly message: string; readonly advice: string };

/** `{name}` in a message is filled from the error's details. */
export const ERROR_CATALOGUE = {
  CONFIG_INVALID: {
    status: 500,
    message: "The setting {setting} is not valid: {problem}.",
    advice: "Run `parlance config` to see every setting, its value and where it came from.",
  },
  DATA_DIR_IN_USE: {
    status: 409,
    message: "The data directory {dataDir} is in use by process {pid}, started {since}.",
    advice: "Stop that process, or choose another directory with --data-dir or PARLANCE_DATA_DIR.",
  },
  ENGINE_QUERY_FAILED: {
    status: 500,
    message: "The database {engine} could not run the statement {tag}.",
    advice: "This is a fault in Parlance or a full disk. The cause is in the log under the same request id.",
  },
  ENGINE_UNAVAILABLE: {
    status: 503,
    message: "The database {engine} cannot be reached: {problem}.",
    advice: "Check that it runs and that its address in the settings is right, then try again.",
  },
  QUERY_TIMEOUT: {
    status: 503,
    message: "The query took longer than {limitMs} ms and was stopped.",
    advice: "Narrow the time range or the filter and try again.",
  },
  REQUEST_INVALID: {
    status: 400,
    message: "The request is not valid: {problem}.",
    advice: "Compare it with the API description at /v1/openapi.json.",
  },
  NOT_FOUND: {
    status: 404,
    message: "There is no {kind} {id} here.",
    advice: "Check the address; it may have been deleted.",
  },
  CONFLICT: {
    status: 409,
    message: "{problem}.",
    advice: "Load the current state and try again.",
  },
  UNAUTHENTICATED: {
    status: 401,
    message: "This server asks who you are.",
    advice: "Sign in, or send an API key as `Authorization: Bearer KEY`.",
  },
  FORBIDDEN: {
    status: 403,
    message: "You may not do this: {problem}.",
    advice: "Ask an administrator of the workspace for the role that is needed.",
  },
  LINK_SPENT: {
    status: 410,
    message: "This link was used, has run out, or was replaced by a newer one.",
    advice: "Ask an administrator for a new link.",
  },
  FOREIGN_ORIGIN: {
    status: 403,
    message: "The request came from {origin}, which this server does not answer.",
    advice: "Open the workbench at the address that `parlance start` printed.",
  },
  TOO_MANY_REQUESTS: {
    status: 429,
    message: "Too much work is waiting.",
    advice: "Send the same request again after the seconds that Retry-After names; nothing of it was stored.",
  },
  PAYLOAD_TOO_LARGE: {
    status: 413,
    message: "The body is larger than {limitBytes} bytes.",
    advice: "Send smaller batches, or import the file with `parlance import`.",
  },
  INPUT_NOT_FOUND: {
    status: 400,
    message: "No file matches {path}.",
    advice: "Check the path; quote a pattern so that the shell leaves it alone.",
  },
  INPUT_UNREADABLE: {
    status: 400,
    message: "{file} cannot be read: {problem}.",
    advice: "Check that the file is whole and that you may read it. What was read before stays imported.",
  },
  INPUT_ARCHIVE_UNSAFE: {
    status: 400,
    message: "{file} was not opened: {problem}.",
    advice: "Unpack it yourself if you trust it, and import the files inside.",
  },
  OUTPUT_FAILED: {
    status: 500,
    message: "{file} cannot be written: {problem}.",
    advice: "Check that the folder exists, that you may write there and that the disk is not full.",
  },
  FORMAT_UNKNOWN: {
    status: 400,
    message: "The format of {file} was not recognised.",
    advice:
      "Name it with --format; `parlance formats` lists them. For columns of your own, give a mapping with --map.",
  },
  MAPPING_INVALID: {
    status: 400,
    message: "The mapping does not fit: {problem}.",
    advice: "Run the import with --dry-run to see the guessed mapping, and correct it in a mapping file.",
  },
  INTENTS_TOO_FEW: {
    status: 400,
    message: "{examples} examples of {intents} intents are too few to learn from.",
    advice: "Give at least two intents, and five examples or more of each.",
  },
  INTENT_MODEL_INVALID: {
    status: 400,
    message: "{file} is no intent model that can be used: {problem}.",
    advice: "Train it again with `parlance classify train`.",
  },
  MODEL_MISSING: {
    status: 500,
    message: "The model {model} is not at {path}.",
    advice: "Install Parlance again; the models ship with it.",
  },
  CANCELLED: {
    status: 499,
    message: "{what} was cancelled.",
    advice: "What was done before stays. Run it again to go on where it stopped.",
  },
  INTERNAL: {
    status: 500,
    message: "Something went wrong inside Parlance.",
    advice: "The log has the cause under the same request id. Please report it.",
  },
} as const satisfies Record<string, CatalogueEntry>;

export type ErrorCode = keyof typeof ERROR_CATALOGUE;
export type ErrorDetails = Readonly<Record<string, string | number | boolean | undefined>>;

/** An error that a person can act on. `code` names its entry in the catalogue; `cause` is for the log only. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, options: { readonly cause?: unknown } = {}) {
    super(fillTemplate(ERROR_CATALOGUE[code].message, details), options);
    this.name = "AppError";
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return ERROR_CATALOGUE[this.code].status;
  }

  get advice(): string {
    return ERROR_CATALOGUE[this.code].advice;
  }
}

function fillTemplate(template: string, details: ErrorDetails): string {
  return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(details[name] ?? whole));
}
