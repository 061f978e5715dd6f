import { CloseButton, Tooltip } from "@mantine/core";
import type { Filter } from "../../../../src/query/filter.ts";
import { useView } from "../../app/use-view.ts";
import { allOf, topLevel } from "../../app/view-state.ts";
import { filterMeaning, filterWords } from "./filter-words.ts";
import { useFilterNames, useIsFiner } from "./use-filter-names.ts";

/** Every part of the filter as a chip that says what it means and can be taken away. */
export function FilterChips() {
  const { state, set } = useView();
  const names = useFilterNames(state.filter);
  const isFiner = useIsFiner();
  const parts = topLevel(state.filter);
  const remove = (part: Filter) => set({ filter: allOf(...parts.filter((other) => other !== part)) });
  return parts.map((part) => {
    const words = filterWords(part, names);
    return (
      <span className="chip" key={JSON.stringify(part)}>
        <Tooltip
          multiline
          maw={360}
          label={`${filterMeaning(part, isFiner)}. ${filterWords(part, names, 20)}`}
        >
          <span className="ellipsis">{words}</span>
        </Tooltip>
        <CloseButton
          size={18}
          iconSize={12}
          aria-label={`Remove the filter ${words}`}
          onClick={() => remove(part)}
        />
      </span>
    );
  });
}
