import type { ReactNode } from "react";

/** A page: its title, one sentence of what it answers, and what it shows. */
export function Page(props: {
  readonly title: ReactNode;
  /** The title of the browser's tab, when `title` is more than words. */
  readonly tab?: string;
  readonly answers?: ReactNode;
  readonly actions?: ReactNode;
  readonly fill?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className={props.fill ? "page page-fill" : "page"}>
      <title>{`${props.tab ?? (typeof props.title === "string" ? props.title : "Workbench")} · Parlance`}</title>
      <header className="page-head">
        <div className="page-titles">
          <h1>{props.title}</h1>
          {props.answers && <p className="muted">{props.answers}</p>}
        </div>
        {props.actions && <div className="row push">{props.actions}</div>}
      </header>
      {props.children}
    </div>
  );
}
