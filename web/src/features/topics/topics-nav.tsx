import { Link } from "@tanstack/react-router";
import { useProposals } from "../../api/topic-hooks.ts";
import { carrySearch } from "../../app/view-state.ts";
import { LensMenu } from "./lenses/lens-menu.tsx";

const VIEWS = [
  { to: "/topics", label: "Topics" },
  { to: "/topics/map", label: "Map" },
  { to: "/topics/unassigned", label: "Unassigned" },
  { to: "/topics/lineage", label: "Lineage" },
  { to: "/topics/corrections", label: "Corrections" },
  { to: "/topics/models", label: "Classical models" },
] as const;

/** The lens and the views of topics. Beside the unassigned stands how many proposals wait. */
export function TopicsNav({ hasLens = true }: { readonly hasLens?: boolean }) {
  const { data } = useProposals();
  const waiting = data?.proposals.length ?? 0;
  return (
    <div className="topics-bar">
      {hasLens && <LensMenu />}
      <nav className="tabs" aria-label="Views of topics">
        {VIEWS.map(({ to, label }) => (
          <Link
            key={to}
            to={to}
            search={carrySearch}
            className="tab"
            activeOptions={{ exact: to === "/topics", includeSearch: false }}
          >
            {label}
            {to === "/topics/unassigned" && waiting > 0 && (
              <span className="tab-count number" title={`${waiting} proposed`}>
                {waiting}
              </span>
            )}
          </Link>
        ))}
      </nav>
    </div>
  );
}
