import { Link } from "@tanstack/react-router";
import { EmptyState } from "../ui/empty-state.tsx";

export function NotFound() {
  return (
    <EmptyState title="There is no page at this address" next={<Link to="/">Go to the overview</Link>}>
      The link may be of another version of Parlance.
    </EmptyState>
  );
}
