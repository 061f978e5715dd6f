// Reads everything, stores nothing, and says what an import would do: format, mapping, counts, what would be set aside, and
// the first conversation as it would be stored.
import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { SourceConversation } from "../../core/source-conversation.ts";
import type { ReadInputsOptions } from "../../ingest/input-item.ts";
import type { MappingGuess } from "../../ingest/mapping/guess-mapping.ts";
import { readInputs } from "../../ingest/read-inputs.ts";
import type { Reject } from "../../ingest/read-item.ts";
import { createPreparer } from "../../prepare/prepare-conversation.ts";
import type { PreparedConversation } from "../../prepare/prepared.ts";
import { type CommandContext, EXIT } from "../command.ts";
import { formatCount } from "../progress.ts";
import { rejectLine } from "./reject-line.ts";

export type DryRun = {
  readonly paths: readonly string[];
  readonly read: ReadInputsOptions;
  readonly context: CommandContext;
  readonly asJson: boolean;
  readonly saveMap: string | undefined;
};

/** Pseudonyms of a dry run are made with a key that is thrown away. */
function prepareForShow(conversation: SourceConversation): PreparedConversation {
  const key = randomBytes(32).toString("hex");
  return createPreparer({ workspace: "dry-run", source: "dry-run", key }).prepare(conversation).conversation;
}

export async function dryRun({ paths, read, context, asJson, saveMap }: DryRun): Promise<number> {
  const rejects: Reject[] = [];
  const files: { file: string; format: string; reason: string; problem?: string }[] = [];
  const guesses: { file: string; guess: MappingGuess }[] = [];
  const warnings = new Set<string>();
  let first: SourceConversation | undefined;
  const counts = { conversations: 0, messages: 0, setAside: 0, skipped: 0 };

  const items = readInputs(paths, {
    ...read,
    onMapping: (guess, file) => void guesses.push({ file, guess }),
  });
  for await (const item of items) {
    if (item.kind === "conversation") {
      first ??= item.conversation;
      counts.conversations += (item.conversation.part ?? 1) === 1 ? 1 : 0;
      counts.messages += item.conversation.messages.length;
    } else if (item.kind === "reject") {
      counts.setAside += 1;
      if (rejects.length < 20) rejects.push(item.reject);
    } else if (item.kind === "skipped") counts.skipped += item.count;
    else if (item.kind === "warning") warnings.add(item.warning.message);
    else if (item.kind === "file-started")
      files.push({ file: item.file, format: item.format, reason: item.reason });
    else if (item.kind === "file-finished" && item.failure)
      files.push({
        file: item.file,
        format: "",
        reason: "",
        problem: `${item.failure.message} ${item.failure.advice}`,
      });
  }
  const example = first && prepareForShow(first);
  const mapping = guesses[0]?.guess.mapping;
  if (saveMap !== undefined && mapping) {
    await writeFile(resolve(context.cwd, saveMap), `${JSON.stringify(mapping, null, 2)}\n`);
    context.stderr.write(`Wrote the mapping to ${saveMap}; correct it and import with --map ${saveMap}\n`);
  }
  if (asJson) {
    const mappings = guesses.map(({ file, guess }) => ({ file, ...guess }));
    context.stdout.write(
      `${JSON.stringify({ files, counts, mappings, warnings: [...warnings], rejects, example })}\n`,
    );
  } else {
    context.stdout.write(describe({ files, guesses, counts, warnings, rejects, example }));
  }
  return counts.setAside > 0 || files.some(({ problem }) => problem !== undefined) ? EXIT.setAside : EXIT.ok;
}

type Findings = {
  readonly files: readonly {
    readonly file: string;
    readonly format: string;
    readonly reason: string;
    readonly problem?: string;
  }[];
  readonly guesses: readonly { readonly file: string; readonly guess: MappingGuess }[];
  readonly counts: {
    readonly conversations: number;
    readonly messages: number;
    readonly setAside: number;
    readonly skipped: number;
  };
  readonly warnings: ReadonlySet<string>;
  readonly rejects: readonly Reject[];
  readonly example: PreparedConversation | undefined;
};

function describe({ files, guesses, counts, warnings, rejects, example }: Findings): string {
  const lines = files.map(({ file, format, reason, problem }) =>
    problem === undefined ? `${file}: ${format} (${reason})` : `${file}: ${problem}`,
  );
  for (const { file, guess } of guesses) {
    lines.push("", `Mapping guessed for ${file}, ${Math.round(guess.confidence * 100)}% sure:`);
    lines.push(JSON.stringify(guess.mapping, null, 2));
    for (const [field, reason] of Object.entries(guess.reasons)) lines.push(`  ${field}: ${reason}`);
  }
  lines.push(
    "",
    `${formatCount(counts.conversations)} conversations, ${formatCount(counts.messages)} messages, ${formatCount(counts.setAside)} would be set aside, ${formatCount(counts.skipped)} records without a message`,
  );
  for (const warning of warnings) lines.push(`Note: ${warning}`);
  for (const reject of rejects) lines.push(`  ${rejectLine(reject)}`);
  if (example) {
    lines.push("", "The first conversation as it would be stored (pseudonyms differ in the real import):");
    for (const { sentAt, role, text } of example.messages.slice(0, 8))
      lines.push(`  ${sentAt}  ${role.padEnd(8)}  ${text.replaceAll("\n", " ").slice(0, 160)}`);
  }
  lines.push("", "Nothing was stored.", "");
  return lines.join("\n");
}
