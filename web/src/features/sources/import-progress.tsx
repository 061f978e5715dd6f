import { Button, Progress } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { ErrorState } from "../../ui/error-state.tsx";
import { formatCount } from "../../ui/format.ts";
import { accountWords, importShare, progressWords } from "./import-words.ts";
import type { RunningImport } from "./use-import.ts";

/** An import while it runs and when it has ended. */
export function ImportProgress(props: {
  readonly running: RunningImport;
  readonly file: File;
  readonly onClose: () => void;
}) {
  const { running } = props;
  if (running.isRunning) return <Running running={running} />;
  if (running.error !== null) return <ErrorState error={running.error} onRetry={props.onClose} />;
  if (running.result === undefined) return null;
  const { result } = running;
  return (
    <div className="stack">
      <p role="status">
        {result.state === "cancelled"
          ? "Stopped. What was stored stays; import the file again to go on. "
          : ""}
        {accountWords(result.counts)}.
      </p>
      {result.error !== null && <p className="muted">{result.error}</p>}
      {result.warnings.map((warning) => (
        <p className="small muted" key={warning.reason + warning.message}>
          {warning.message} ({formatCount(warning.count)})
        </p>
      ))}
      <p className="muted">Topics, sentiment and language follow in the background.</p>
      <div className="row">
        {result.counts.setAside > 0 && (
          <Link to="/sources/imports/$id" params={{ id: result.id }} search={{}}>
            See what was set aside
          </Link>
        )}
        <Link
          to="/conversations"
          search={{ time: "all", filter: { op: "in", field: "source", values: [result.source] } }}
        >
          See its conversations
        </Link>
        <Button className="push" onClick={props.onClose}>
          Close
        </Button>
      </div>
    </div>
  );
}

function Running(props: { readonly running: RunningImport }) {
  const { progress, cancel } = props.running;
  const share = progress && importShare(progress);
  return (
    <div className="stack">
      <Progress
        value={share === undefined ? 100 : share * 100}
        animated={share === undefined}
        aria-label="Imported"
      />
      <p className="number" role="status">
        {progress === undefined
          ? "Sending the file"
          : `${accountWords(progress.counts)}. ${progressWords(progress, new Date())}`}
      </p>
      <div className="row">
        <Button variant="default" className="push" onClick={cancel}>
          Stop
        </Button>
      </div>
    </div>
  );
}
