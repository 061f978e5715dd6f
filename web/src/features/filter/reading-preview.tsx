import { Kbd } from "@mantine/core";
import { filterWords } from "./filter-words.ts";
import type { Reading } from "./read-sentence.ts";
import { timeWords } from "./time-words.ts";
import { useFilterNames } from "./use-filter-names.ts";

/** What Enter makes of the words: filters, a time, and what is left to search for. */
export function ReadingPreview(props: { readonly reading: Reading }) {
  const { filters, time, text } = props.reading;
  const names = useFilterNames({ op: "and", filters });
  return (
    <div className="reading" aria-live="polite">
      <div className="row wrap">
        {filters.map((filter) => (
          <span className="chip chip-read" key={JSON.stringify(filter)}>
            <span className="ellipsis">{filterWords(filter, names)}</span>
          </span>
        ))}
        {time !== undefined && <span className="chip chip-read">{timeWords(time)}</span>}
        {text !== "" && <span className="small muted">and the words “{text}”</span>}
      </div>
      <p className="small muted">
        <Kbd size="xs">Enter</Kbd> filters by this. <Kbd size="xs">Shift Enter</Kbd> searches for the words as
        they stand.
      </p>
    </div>
  );
}
