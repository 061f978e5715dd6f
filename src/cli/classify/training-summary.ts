import type { TrainingReport } from "../../mining/intents/intent-types.ts";

const FEW_EXAMPLES = 5;
const SHOWN = 10;

/** What a person reads after training. */
export function trainingSummary(report: TrainingReport): string {
  const { accuracy, byIntent, confusingPairs } = report;
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const few = byIntent.filter(({ examples }) => examples < FEW_EXAMPLES);
  return [
    `${report.examples} examples of ${byIntent.length} intents.`,
    `Cross-validated accuracy ${percent(accuracy.value)} (95 % interval ${percent(accuracy.low)} to ${percent(accuracy.high)}; ${report.heldOut} examples held out${report.folds > 1 ? ` in ${report.folds} folds` : ""}).`,
    `Calibration error ${percent(report.calibrationError)}; ${percent(report.rejected)} of the held-out examples would be called out of scope.`,
    ...section(
      "Confusing pairs (held-out examples of the first taken for the second):",
      confusingPairs.map(
        ({ intent, takenFor, count, share }) =>
          `  ${String(count).padStart(4)}  ${percent(share).padStart(7)}  ${intent} → ${takenFor}`,
      ),
    ),
    ...section(
      `Intents with fewer than ${FEW_EXAMPLES} examples:`,
      few.map(({ intent, examples }) => `  ${String(examples).padStart(4)}  ${intent}`),
    ),
    "",
  ].join("\n");
}

function section(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const more = lines.length > SHOWN ? [`        and ${lines.length - SHOWN} more`] : [];
  return [title, ...lines.slice(0, SHOWN), ...more];
}
