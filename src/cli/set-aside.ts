import type { CommandContext } from "./command.ts";
import type { BadLine } from "./json-lines.ts";

const NAMED = 20;

/** Names the first lines that could not be used on standard error, and counts all. */
export function createSetAside({ stderr }: Pick<CommandContext, "stderr">) {
  let count = 0;
  return {
    add({ line, problem }: BadLine): void {
      count += 1;
      if (count <= NAMED) stderr.write(`Line ${line} ${problem}.\n`);
      if (count === NAMED) stderr.write("Further lines are only counted.\n");
    },
    count: () => count,
  };
}
