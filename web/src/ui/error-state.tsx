import { Button } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { describeError, isRefusal } from "../api/problem.ts";

/** Says what happened, what to do, and offers to try again. */
export function ErrorState(props: { readonly error: unknown; readonly onRetry?: (() => void) | undefined }) {
  const words = describeError(props.error);
  return (
    <div className="state" role="alert">
      <p className="state-title">{words.title}</p>
      <p className="muted">{words.advice}</p>
      {words.requestId !== "" && <p className="small muted">Request {words.requestId}</p>}
      {props.onRetry && !isRefusal(props.error) && (
        <div className="state-next">
          <Button variant="default" leftSection={<IconRefresh size={14} />} onClick={props.onRetry}>
            Try again
          </Button>
        </div>
      )}
    </div>
  );
}
