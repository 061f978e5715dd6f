// The words at the end of an import. The counts are the result and go to standard output; the rest goes to standard error.
import type { ImportOutcome } from "../../jobs/import/import-outcome.ts";
import type { CommandContext } from "../command.ts";
import { formatCount, formatDuration } from "../progress.ts";
import { rejectLine } from "./reject-line.ts";

type PrintOptions = {
  readonly context: CommandContext;
  readonly asJson: boolean;
  readonly isServed: boolean;
};

/** Prints the outcome of an import: one JSON object, or lines for people. */
export function printOutcome(outcome: ImportOutcome, { context, asJson, isServed }: PrintOptions): void {
  const { counts, files } = outcome;
  if (asJson) {
    context.stdout.write(`${JSON.stringify(outcome)}\n`);
    return;
  }
  const note = (line: string) => void context.stderr.write(`${line}\n`);
  const broken = files.filter(({ problem }) => problem !== undefined);
  const whole = files.filter(({ problem }) => problem === undefined);
  for (const { file, problem = "", advice = "" } of broken)
    note(`${problem.includes(file) ? "" : `${file}: `}${problem} ${advice}`.trimEnd());
  noteFirst(
    whole.map(({ file, format, reason }) => `${file}: ${format} (${reason})`),
    note,
  );
  noteFirst(
    outcome.passedOver.map(({ file, reason }) => `${file}: passed over, ${reason}`),
    note,
  );
  for (const { message, count } of outcome.warnings)
    note(`Note: ${message}${count > 1 ? ` (${formatCount(count)} times)` : ""}`);
  const rate = outcome.elapsedMs > 0 ? counts.read / (outcome.elapsedMs / 1000) : 0;
  context.stdout.write(
    `${formatCount(counts.read)} read = ${formatCount(counts.stored)} stored + ${formatCount(counts.updated)} updated + ` +
      `${formatCount(counts.duplicate)} duplicate + ${formatCount(counts.setAside)} set aside\n`,
  );
  note(
    (counts.conversations === undefined ? "" : `${formatCount(counts.conversations)} new conversations in `) +
      `source "${outcome.source}", ` +
      `${formatDuration(outcome.elapsedMs)}, ${formatCount(rate)} messages/s` +
      (counts.skipped > 0 ? `, ${formatCount(counts.skipped)} records without a message skipped` : ""),
  );
  if (counts.setAside > 0) {
    for (const reject of outcome.firstRejects.slice(0, 5)) note(`  ${rejectLine(reject)}`);
    note(`All of them: parlance rejects --import ${outcome.importId}`);
  }
  if (outcome.cancelled)
    note("Stopped. What was read is stored; run the same command again to go on: nothing is stored twice.");
  else if (!isServed && counts.stored + counts.updated > 0)
    note("Labels and topics follow when `parlance start` runs, or now with `parlance enrich`.");
}

const SHOWN_FILES = 8;

/** A folder of thousands of files must not hide the counts: the first few lines, then how many more. */
function noteFirst(lines: readonly string[], note: (line: string) => void): void {
  for (const line of lines.slice(0, SHOWN_FILES)) note(line);
  if (lines.length > SHOWN_FILES) note(`  … and ${formatCount(lines.length - SHOWN_FILES)} more`);
}
