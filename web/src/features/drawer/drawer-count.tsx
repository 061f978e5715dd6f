import { plural } from "../../ui/format.ts";
import { type ListSearch, useListHead } from "../conversations/use-rows.ts";

/** How many conversations are behind the mark. */
export function DrawerCount(props: { readonly search: ListSearch }) {
  const { data } = useListHead(props.search);
  return (
    <p className="small muted number">
      {data === undefined ? "Counting…" : plural(data.total, "conversation")}
    </p>
  );
}
