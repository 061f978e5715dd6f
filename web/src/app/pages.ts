// The pages there are: what the rail, the bottom bar and the keys offer. A page is listed once it exists.
import {
  type Icon,
  IconFileImport,
  IconHome,
  IconMessages,
  IconSettings,
  IconTags,
} from "@tabler/icons-react";

export type PageEntry = {
  readonly path: "/" | "/conversations" | "/topics" | "/sources" | "/settings";
  readonly label: string;
  /** Pressed after `g`. */
  readonly key: string;
  readonly icon: Icon;
};

export const PAGES: readonly PageEntry[] = [
  { path: "/", label: "Overview", key: "o", icon: IconHome },
  { path: "/topics", label: "Topics", key: "t", icon: IconTags },
  { path: "/conversations", label: "Conversations", key: "c", icon: IconMessages },
  { path: "/sources", label: "Sources", key: "s", icon: IconFileImport },
  { path: "/settings", label: "Settings", key: ",", icon: IconSettings },
];

/** The entry to which an address belongs: /topics/17 is under Topics. */
export function pageOf(pathname: string): PageEntry | undefined {
  return PAGES.find((page) => (page.path === "/" ? pathname === "/" : pathname.startsWith(page.path)));
}
