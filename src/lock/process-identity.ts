// Whether a process id still means the process that took a lock: it lives, and it did not begin after the lock was taken.
import { readFileSync } from "node:fs";

/** Clock ticks a second in /proc, on every Linux that Node runs on (USER_HZ, `man 5 proc`). */
const TICKS_PER_SECOND = 100;
/** The lock is written moments after its process starts, and the two clocks are read apart. */
const TOLERANCE_MS = 5_000;

/**
 * Whether a process with this id runs, whoever owns it. One that has ended and was not collected by its parent (a zombie,
 * common in containers whose first process collects nothing) does not.
 */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return statFields(pid)?.[0] !== "Z";
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** When the process started, in milliseconds since 1970; undefined where the system does not tell (only Linux does). */
export function startTimeOf(pid: number): number | undefined {
  try {
    const bootSeconds = Number(/^btime (\d+)$/m.exec(readFileSync("/proc/stat", "utf8"))?.[1]);
    const startMs = (bootSeconds + Number(statFields(pid)?.[19]) / TICKS_PER_SECOND) * 1000;
    return Number.isFinite(startMs) ? startMs : undefined;
  } catch {
    return undefined;
  }
}

/** The fields of /proc/PID/stat from the third (the state) on; undefined where there is no such file. */
function statFields(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the program's name in parentheses and may hold spaces: count from its end.
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}

/** Whether the holder of a lock still runs. A process that began after the lock was taken only has the same number. */
export function isSameProcess(pid: number, since: string): boolean {
  if (!isAlive(pid)) return false;
  const started = startTimeOf(pid);
  return started === undefined || started <= Date.parse(since) + TOLERANCE_MS;
}
