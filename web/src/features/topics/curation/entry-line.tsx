import { Button } from "@mantine/core";
import type { CurationEntry } from "../../../../../src/contract/topic-curation.ts";
import { useMay, useWorkspace } from "../../../api/hooks.ts";
import { formatAgo, formatInstant } from "../../../ui/format.ts";
import { useCuration } from "./use-curation.tsx";

/** One edit of the log, with the way to take it back or to do it again. */
export function EntryLine(props: { readonly entry: CurationEntry }) {
  const { timeZone } = useWorkspace();
  const { entry } = props;
  return (
    <span className="entry">
      <span className={entry.active === false ? "small entry-gone" : "small"}>{entry.words}</span>
      <time className="small muted nowrap" dateTime={entry.at} title={formatInstant(entry.at, timeZone)}>
        {formatAgo(entry.at, timeZone, new Date())}
      </time>
      <EntryButton entry={entry} />
    </span>
  );
}

export function EntryButton(props: { readonly entry: CurationEntry; readonly tabIndex?: 0 | -1 }) {
  const { curate, isPending } = useCuration();
  const { entry } = props;
  const mayEdit = useMay("write");
  if (entry.active === null || !mayEdit) return null;
  const kind = entry.active ? "undo" : "redo";
  return (
    <Button
      variant="subtle"
      tabIndex={props.tabIndex ?? 0}
      disabled={isPending}
      aria-label={`${entry.active ? "Undo" : "Redo"}: ${entry.words}`}
      onClick={() => curate({ kind, entry: entry.id })}
    >
      {entry.active ? "Undo" : "Redo"}
    </Button>
  );
}
