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
  for (const { file, format, reason, problem, advice } of files) {
    note(`${file}: ${format} (${reason})`);
    if (problem !== undefined) note(`  ${problem} ${advice ?? ""}`);
  }
  for (const { file, reason } of outcome.passedOver) note(`${file}: passed over, ${reason}`);
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
