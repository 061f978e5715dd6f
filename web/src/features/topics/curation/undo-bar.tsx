import { Button, Tooltip } from "@mantine/core";
import { IconArrowBackUp, IconArrowForwardUp } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useMay } from "../../../api/hooks.ts";
import { useCurationLog } from "../../../api/topic-hooks.ts";
import { useKeys } from "../../../app/keys.ts";
import { carrySearch } from "../../../app/view-state.ts";
import { useCuration } from "./use-curation.tsx";

/** What was edited last, with the way back and forth. Ctrl Z and Ctrl Shift Z do the same. */
export function UndoBar() {
  const { data } = useCurationLog({ limit: 1 });
  const { curate, isPending } = useCuration();
  const undo = data?.undo ?? null;
  const redo = data?.redo ?? null;
  const takeBack = () => undo && curate({ kind: "undo", entry: undo.id });
  const doAgain = () => redo && curate({ kind: "redo", entry: redo.id });
  useKeys({ "Ctrl+z": takeBack, "Ctrl+Shift+z": doAgain, "Ctrl+y": doAgain });
  if (!useMay("write") || (undo === null && redo === null)) return null;
  return (
    <section className="undo-bar" aria-label="Last edit">
      <span className="ellipsis small">
        {undo === null ? <span className="muted">Every edit is taken back</span> : undo.words}
      </span>
      <Tooltip label={undo === null ? "Nothing to undo" : `Undo: ${undo.words} · Ctrl Z`}>
        <Button
          variant="subtle"
          leftSection={<IconArrowBackUp size={14} />}
          disabled={undo === null || isPending}
          onClick={takeBack}
        >
          Undo
        </Button>
      </Tooltip>
      <Tooltip label={redo === null ? "Nothing to redo" : `Redo: ${redo.words} · Ctrl Shift Z`}>
        <Button
          variant="subtle"
          leftSection={<IconArrowForwardUp size={14} />}
          disabled={redo === null || isPending}
          onClick={doAgain}
        >
          Redo
        </Button>
      </Tooltip>
      <Link to="/topics/corrections" search={carrySearch} className="small">
        All corrections
      </Link>
    </section>
  );
}
