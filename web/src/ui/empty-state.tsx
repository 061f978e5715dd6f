import type { ReactNode } from "react";

/** Says what will be here, why it isn't yet, and offers the next step. */
export function EmptyState(props: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly next?: ReactNode;
}) {
  return (
    <div className="state">
      <p className="state-title">{props.title}</p>
      {props.children && <div className="muted">{props.children}</div>}
      {props.next && <div className="state-next">{props.next}</div>}
    </div>
  );
}
