import { ErrorState } from "../ui/error-state.tsx";

export function PageFailed(props: { readonly error: unknown; readonly reset: () => void }) {
  return <ErrorState error={props.error} onRetry={props.reset} />;
}
