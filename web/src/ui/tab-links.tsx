import { Link, type LinkProps } from "@tanstack/react-router";
import { carrySearch } from "../app/view-state.ts";

export type View = {
  readonly to: NonNullable<LinkProps["to"]>;
  readonly label: string;
  /** Marked as well on the pages below it. */
  readonly hasPagesBelow?: boolean;
  /** Shown behind the label when above 0, with its words. */
  readonly count?: { readonly value: number; readonly words: string };
};

/** The views of a page as links; the current one is marked. */
export function TabLinks(props: { readonly label: string; readonly views: readonly View[] }) {
  return (
    <nav className="tabs" aria-label={props.label}>
      {props.views.map(({ to, label, count, hasPagesBelow = false }) => (
        <Link
          key={to}
          to={to}
          search={carrySearch}
          className="tab"
          activeOptions={{ exact: !hasPagesBelow, includeSearch: false }}
        >
          {label}
          {count !== undefined && count.value > 0 && (
            <span className="tab-count number" title={count.words}>
              {count.value}
            </span>
          )}
        </Link>
      ))}
    </nav>
  );
}
