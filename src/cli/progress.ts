// Progress on standard error: a bar on a terminal, a plain line every few seconds elsewhere.
import cliProgress from "cli-progress";
import type { CommandContext } from "./command.ts";

export type Progress = {
  /** `done` of `total`; an unknown total shows only what is done. `note` stands behind. */
  update(done: number, total: number | undefined, note: string): void;
  stop(): void;
};

const LINE_EVERY_MS = 5_000;

/** Starts showing progress under a title. `unit` formats amounts, such as bytes. Times are taken from `now` (milliseconds). */
export function startProgress(
  title: string,
  { stderr }: Pick<CommandContext, "stderr">,
  {
    formatAmount = formatCount,
    now = Date.now,
  }: { formatAmount?: (amount: number) => string; now?: () => number } = {},
): Progress {
  return stderr.isTTY === true
    ? bar(title, stderr, formatAmount, now)
    : lines(title, stderr, formatAmount, now);
}

function bar(
  title: string,
  stderr: CommandContext["stderr"],
  formatAmount: (amount: number) => string,
  now: () => number,
): Progress {
  const started = now();
  const single = new cliProgress.SingleBar(
    {
      stream: stderr as NodeJS.WriteStream,
      hideCursor: true,
      clearOnComplete: true,
      format: (options, { progress, value, total }, payload: { note?: string; known?: boolean }) => {
        const note = payload.note ?? "";
        if (payload.known !== true) return `${title}  ${formatAmount(value)}  ${note}`;
        const left = progress > 0.001 ? ((now() - started) * (1 - progress)) / progress : undefined;
        const time = left === undefined ? "" : `  ${formatDuration(left)} left`;
        const drawn = cliProgress.Format.BarFormat(progress, options);
        return `${title} ${drawn} ${Math.floor(progress * 100)}% of ${formatAmount(total)}  ${note}${time}`;
      },
    },
    cliProgress.Presets.shades_classic,
  );
  single.start(1, 0, { note: "", known: false });
  return {
    update(done, total, note) {
      single.setTotal(total ?? Math.max(1, done));
      single.update(done, { note, known: total !== undefined });
    },
    stop: () => single.stop(),
  };
}

function lines(
  title: string,
  stderr: CommandContext["stderr"],
  formatAmount: (amount: number) => string,
  now: () => number,
): Progress {
  let last = now();
  return {
    update(done, total, note) {
      if (now() - last < LINE_EVERY_MS) return;
      last = now();
      const share = total === undefined || total === 0 ? "" : ` (${Math.floor((done / total) * 100)}%)`;
      stderr.write(`${title}: ${formatAmount(done)}${share}  ${note}\n`);
    },
    stop: () => undefined,
  };
}

/** `12480` → `12,480`. */
export function formatCount(count: number): string {
  return Math.round(count).toLocaleString("en");
}

/** `1536` → `1.5 kB` (1 kB = 1,000 bytes). */
export function formatBytes(bytes: number): string {
  const units = ["bytes", "kB", "MB", "GB", "TB"];
  const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const amount = bytes / 1000 ** step;
  return `${step === 0 ? String(Math.round(amount)) : amount.toFixed(1)} ${units[step]}`;
}

/** Milliseconds as `45 s`, `3 min 5 s` or `2 h 10 min`. */
export function formatDuration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes} min ${seconds % 60} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
