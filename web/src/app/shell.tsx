// What stays around every page: the rail (a bottom bar on a phone), the filter bar, notices, and the drawer.
import { Loader } from "@mantine/core";
import { Outlet, useLocation } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { FilterBar } from "../features/filter/filter-bar.tsx";
import { KeyMap } from "./key-map.tsx";
import { Notices } from "./notices.tsx";
import { Rail } from "./rail.tsx";
import "./shell.css";
import { useView } from "./use-view.ts";

const Drawer = lazy(() => import("../features/drawer/drawer.tsx"));

export function Shell(props: { readonly isServerGone: boolean }) {
  const { state } = useView();
  const { pathname } = useLocation();
  const isFiltered = !/^\/(sources|settings|conversations\/.)/.test(pathname);
  return (
    <div className="shell">
      <a className="skip" href="#content">
        Skip to content
      </a>
      <Rail />
      <div className="shell-main">
        {isFiltered && <FilterBar />}
        <Notices isServerGone={props.isServerGone} />
        <main id="content" className="content" tabIndex={-1}>
          <Suspense fallback={<Loader size="sm" m="xl" aria-label="Loading the page" />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      {state.drawer && (
        <Suspense fallback={null}>
          <Drawer drawer={state.drawer} />
        </Suspense>
      )}
      <KeyMap />
    </div>
  );
}
