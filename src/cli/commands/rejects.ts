import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Settings } from "../../config/settings.ts";
import { AppError } from "../../core/errors.ts";
import { extractRejects } from "../../ingest/extract-rejects.ts";
import type { ReadInputsOptions } from "../../ingest/input-item.ts";
import { parseMapping } from "../../ingest/mapping/mapping.ts";
import type { Reject } from "../../ingest/read-item.ts";
import { listRejects } from "../../records/import-rejects.ts";
import { listImports } from "../../records/imports.ts";
import { openRuntime } from "../../runtime/open-runtime.ts";
import { type Command, EXIT, UsageError } from "../command.ts";
import { clientOf, findServer } from "../find-server.ts";
import { rejectLine } from "../import/reject-line.ts";
import { formatCount } from "../progress.ts";
import { settingOptions, settingsOf } from "../setting-options.ts";

type KeptReject = Omit<Reject, "place"> & { readonly place: Reject["place"]; readonly importId: string };

const PAGE = 1_000;

type KeptFields = {
  readonly file: string;
  readonly line: number | null;
  readonly path: string | null;
  readonly field: string | null;
};

function asReject(
  { file, line, path, field }: KeptFields,
  rest: Omit<KeptReject, "place" | "field">,
): KeptReject {
  return {
    ...rest,
    place: { file, ...(line !== null && { line: Number(line) }), ...(path !== null && { path }) },
    ...(field !== null && { field }),
  };
}

/** The rejects of one import, or of the newest that has any, from whoever holds the data directory. */
async function* keptRejects(settings: Settings, wanted: string | undefined): AsyncIterable<KeptReject> {
  const server = await findServer(settings);
  if (server) {
    const client = clientOf(server);
    const { imports } = await client.call("getImports", { query: { limit: 200 } });
    const id = wanted ?? imports.find(({ counts }) => counts.setAside > 0)?.id;
    let after: number | null = 0;
    while (id !== undefined && after !== null) {
      const page: Awaited<ReturnType<typeof client.call<"getImportRejects">>> = await client.call(
        "getImportRejects",
        {
          params: { id },
          query: { limit: PAGE, after },
        },
      );
      for (const { place, field, reason, expected, advice, checksum } of page.rejects)
        yield asReject({ ...place, field }, { reason, expected, advice, checksum, importId: id });
      after = page.next;
    }
    return;
  }
  const { records, workspace, close } = await openRuntime(settings);
  try {
    const imports = await listImports(records.db, workspace.id);
    const id = wanted ?? imports.find((entry) => Number(entry.set_aside) > 0)?.id;
    let after = 0;
    while (id !== undefined) {
      const rows = await listRejects(records.db, workspace.id, id, { after, limit: PAGE });
      for (const row of rows) {
        const { reason, expected, advice, checksum } = row;
        yield asReject(row, { reason, expected, advice, checksum, importId: id });
      }
      if (rows.length < PAGE) return;
      after = Number(rows.at(-1)?.id);
    }
  } finally {
    await close();
  }
}

export const command: Command = {
  name: "rejects",
  summary: "List the records that an import set aside, or write them out of the original to mend them",
  usage: "rejects [--import ID] [--original FILE… --output FILE] [--json]",
  examples: [
    { line: "parlance rejects", what: "what the newest import with rejects set aside, where and why" },
    {
      line: "parlance rejects --original chats.csv --output mend.csv",
      what: "write those records to a file; mend it and import it",
    },
    { line: "parlance rejects --import 5f0c… --json", what: "of one import, as JSON Lines" },
  ],
  options: {
    import: {
      type: "string",
      value: "ID",
      help: "Which import. Default: the newest that set something aside.",
    },
    original: {
      type: "string",
      multiple: true,
      value: "FILE",
      help: "The imported file; raw text is not kept, so it is read again.",
    },
    output: { type: "string", value: "FILE", help: "Where the raw records go. They hold personal data." },
    format: { type: "string", value: "F", help: "Format, if the import named one." },
    map: { type: "string", value: "FILE", help: "Mapping file, if the import had one." },
    json: { type: "boolean", help: "Print JSON Lines." },
    ...settingOptions("dataDir", "clickhouseUrl", "databaseUrl"),
  },
  async run(_, options, context) {
    const settings = settingsOf(options, context);
    const originals = Array.isArray(options["original"]) ? (options["original"] as string[]) : [];
    const output = options["output"];
    if (originals.length > 0 !== (typeof output === "string"))
      throw new UsageError(
        "--original and --output go together: the records are taken out of the one and written to the other.",
      );
    const wanted = typeof options["import"] === "string" ? options["import"] : undefined;
    const rejects: KeptReject[] = [];
    for await (const reject of keptRejects(settings, wanted)) {
      if (originals.length > 0) rejects.push(reject);
      else
        context.stdout.write(`${options["json"] === true ? JSON.stringify(reject) : rejectLine(reject)}\n`);
    }
    if (originals.length === 0) return EXIT.ok;
    const read: ReadInputsOptions = {
      cwd: context.cwd,
      signal: context.signal,
      ...(typeof options["format"] === "string" && { format: options["format"] }),
      ...(typeof options["map"] === "string" && {
        mapping: parseMapping(JSON.parse(await readFile(resolve(context.cwd, options["map"]), "utf8"))),
      }),
    };
    const found = await writeRecords(
      resolve(context.cwd, String(output)),
      extractRejects(originals, rejects, read),
    );
    context.stdout.write(
      `${formatCount(found)} of ${formatCount(new Set(rejects.map(({ checksum }) => checksum)).size)} records written to ${output}\n`,
    );
    if (found === 0 && rejects.length > 0)
      throw new AppError("CONFLICT", {
        problem:
          "None of the records was found: the file is not the one that was imported, or it has changed",
      });
    return EXIT.ok;
  },
};

async function writeRecords(file: string, records: ReturnType<typeof extractRejects>): Promise<number> {
  const stream = createWriteStream(file, { mode: 0o600 });
  let count = 0;
  for await (const { raw, header } of records) {
    if (count === 0 && header !== undefined) stream.write(`${header}\n`);
    stream.write(`${raw}\n`);
    count += 1;
  }
  await new Promise<void>((done, failed) => {
    stream.on("error", failed);
    stream.end(done);
  });
  return count;
}
