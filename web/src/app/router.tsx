// The addresses of the workbench. Each page is a chunk of its own, fetched when it is first opened.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { Gate } from "./gate.tsx";
import { NotFound } from "./not-found.tsx";
import { PageFailed } from "./page-failed.tsx";
import { formatView, parseView, readViewState } from "./view-state.ts";

const rootRoute = createRootRoute({
  component: Gate,
  notFoundComponent: NotFound,
  validateSearch: (search: Record<string, unknown>): Record<string, unknown> => readViewState(search),
});

const overview = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  component: lazyRouteComponent(() => import("../features/overview/overview-page.tsx"), "OverviewPage"),
});
const conversations = createRoute({
  getParentRoute: () => rootRoute,
  path: "/conversations",
  component: lazyRouteComponent(
    () => import("../features/conversations/conversations-page.tsx"),
    "ConversationsPage",
  ),
});
const conversation = createRoute({
  getParentRoute: () => rootRoute,
  path: "/conversations/$id",
  component: lazyRouteComponent(
    () => import("../features/conversations/conversation-page.tsx"),
    "ConversationPage",
  ),
});
const topics = createRoute({
  getParentRoute: () => rootRoute,
  path: "/topics",
  component: lazyRouteComponent(() => import("../features/topics/topics-page.tsx"), "TopicsPage"),
});
const topic = createRoute({
  getParentRoute: () => rootRoute,
  path: "/topics/$id",
  component: lazyRouteComponent(() => import("../features/topics/topic/topic-page.tsx"), "TopicPage"),
});
const topicMap = createRoute({
  getParentRoute: () => rootRoute,
  path: "/topics/map",
  component: lazyRouteComponent(() => import("../features/topics/map/map-page.tsx"), "MapPage"),
});
const topicModels = createRoute({
  getParentRoute: () => rootRoute,
  path: "/topics/models",
  component: lazyRouteComponent(() => import("../features/topics/models/models-page.tsx"), "ModelsPage"),
});
const topicModel = createRoute({
  getParentRoute: () => rootRoute,
  path: "/topics/models/$id",
  component: lazyRouteComponent(() => import("../features/topics/models/model-page.tsx"), "ModelPage"),
});
const unassigned = createRoute({
  getParentRoute: () => rootRoute,
  path: "/topics/unassigned",
  component: lazyRouteComponent(
    () => import("../features/topics/unassigned/unassigned-page.tsx"),
    "UnassignedPage",
  ),
});
const lineage = createRoute({
  getParentRoute: () => rootRoute,
  path: "/topics/lineage",
  component: lazyRouteComponent(() => import("../features/topics/lineage/lineage-page.tsx"), "LineagePage"),
});
const corrections = createRoute({
  getParentRoute: () => rootRoute,
  path: "/topics/corrections",
  component: lazyRouteComponent(
    () => import("../features/topics/curation/corrections-page.tsx"),
    "CorrectionsPage",
  ),
});
const sources = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sources",
  component: lazyRouteComponent(() => import("../features/sources/sources-page.tsx"), "SourcesPage"),
});
const settings = createRoute({
  getParentRoute: () => rootRoute,
  path: "/settings",
  component: lazyRouteComponent(() => import("../features/settings/workspace-page.tsx"), "WorkspacePage"),
});
const redaction = createRoute({
  getParentRoute: () => rootRoute,
  path: "/settings/personal-data",
  component: lazyRouteComponent(() => import("../features/settings/redaction-page.tsx"), "RedactionPage"),
});
const people = createRoute({
  getParentRoute: () => rootRoute,
  path: "/settings/people",
  component: lazyRouteComponent(() => import("../features/settings/people-page.tsx"), "PeoplePage"),
});
const keys = createRoute({
  getParentRoute: () => rootRoute,
  path: "/settings/keys",
  component: lazyRouteComponent(() => import("../features/settings/keys-page.tsx"), "KeysPage"),
});
const account = createRoute({
  getParentRoute: () => rootRoute,
  path: "/settings/account",
  component: lazyRouteComponent(() => import("../features/settings/account-page.tsx"), "AccountPage"),
});
const importPage = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sources/imports/$id",
  component: lazyRouteComponent(() => import("../features/sources/import-page.tsx"), "ImportPage"),
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    overview,
    conversations,
    conversation,
    topics,
    topic,
    topicMap,
    topicModels,
    topicModel,
    unassigned,
    lineage,
    corrections,
    sources,
    importPage,
    settings,
    redaction,
    people,
    keys,
    account,
  ]),
  parseSearch: (search) => parseView(search) as Record<string, unknown>,
  stringifySearch: (state) => formatView(state),
  defaultErrorComponent: PageFailed,
  defaultPreload: "intent",
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
