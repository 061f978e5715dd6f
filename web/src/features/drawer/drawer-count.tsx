import { plural } from "../../ui/format.ts";
import { type ListSearch, useRows } from "../conversations/use-rows.ts";

/** How many conversations are behind the mark. */
export function DrawerCount(props: { readonly search: ListSearch }) {
  const rows = useRows(props.search, 0, 0);
  return (
    <p className="small muted number">{rows.isPending ? "Counting…" : plural(rows.total, "conversation")}</p>
  );
}
