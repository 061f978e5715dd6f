// Opens the conversations behind a mark in the drawer: what the page filters by, and what the mark adds.
import type { Filter } from "../../../src/query/filter.ts";
import { useSlice, useView } from "./use-view.ts";
import { allOf } from "./view-state.ts";

export type OpenMark = (title: string, filter?: Filter, time?: string) => void;

export function useOpen(): OpenMark {
  const view = useView();
  const slice = useSlice();
  return (title, filter, time) => {
    const whole = allOf(slice.filter, filter);
    view.set({
      drawer: { title, time: time ?? slice.time, ...(whole === undefined ? {} : { filter: whole }) },
    });
  };
}
