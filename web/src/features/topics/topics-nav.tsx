import { useProposals } from "../../api/topic-hooks.ts";
import { TabLinks } from "../../ui/tab-links.tsx";
import { LensMenu } from "./lenses/lens-menu.tsx";

/** The lens and the views of topics. Beside the unassigned stands how many proposals wait. */
export function TopicsNav({ hasLens = true }: { readonly hasLens?: boolean }) {
  const { data } = useProposals();
  const waiting = data?.proposals.length ?? 0;
  return (
    <div className="topics-bar">
      {hasLens && <LensMenu />}
      <TabLinks
        label="Views of topics"
        views={[
          { to: "/topics", label: "Topics" },
          { to: "/topics/map", label: "Map" },
          {
            to: "/topics/unassigned",
            label: "Unassigned",
            count: { value: waiting, words: `${waiting} proposed` },
          },
          { to: "/topics/lineage", label: "Lineage" },
          { to: "/topics/corrections", label: "Corrections" },
          { to: "/topics/models", label: "Classical models", hasPagesBelow: true },
        ]}
      />
    </div>
  );
}
