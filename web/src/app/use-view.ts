// The view state of the URL for components: read it, change it, and what it means for questions to the server.
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { Filter } from "../../../src/query/filter.ts";
import type { TimeGrain } from "../../../src/query/time-range.ts";
import { useWorkspace } from "../api/hooks.ts";
import { defaultTime } from "./default-time.ts";
import { grainOf } from "./grain.ts";
import { readViewState, type ViewState } from "./view-state.ts";

export type View = {
  readonly state: ViewState;
  /** Sets fields; undefined removes one. `replace` changes the entry of the history instead of adding one. */
  set(
    change: { readonly [K in keyof ViewState]?: ViewState[K] | undefined },
    options?: { readonly replace?: boolean },
  ): void;
};

function withoutUndefined(state: object): ViewState {
  return Object.fromEntries(Object.entries(state).filter(([, value]) => value !== undefined)) as ViewState;
}

export function useView(): View {
  const state = readViewState(useSearch({ strict: false }));
  const navigate = useNavigate();
  return {
    state,
    set(change, options = {}) {
      void navigate({
        to: ".",
        search: (before: object) => withoutUndefined({ ...before, ...change }),
        replace: options.replace ?? false,
        resetScroll: false,
      });
    },
  };
}

/** What every question of a page shares: the window, the filter, and whether the stretch before is compared. */
export type Slice = {
  readonly time: string;
  readonly filter?: Filter;
  readonly compare?: "previous";
};

/** How wide buckets of time are drawn in the window of the page. */
export function useGrain(): TimeGrain {
  const { time } = useSlice();
  const { firstDay, lastDay } = useWorkspace();
  return grainOf(time, firstDay, lastDay);
}

export function useSlice(): Slice {
  const { state } = useView();
  const workspace = useWorkspace();
  const time = state.time ?? defaultTime(workspace, new Date());
  return {
    time,
    ...(state.filter === undefined ? {} : { filter: state.filter }),
    ...(state.compare === "none" || time === "all" ? {} : { compare: "previous" }),
  };
}
