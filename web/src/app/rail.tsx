import { ActionIcon, Tooltip, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import {
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconLogout,
  IconMoon,
  IconSun,
} from "@tabler/icons-react";
import { Link, useLocation } from "@tanstack/react-router";
import { useSession } from "../api/hooks.ts";
import { signOut } from "../features/access/auth.ts";
import { PAGES, type PageEntry, pageOf } from "./pages.ts";
import { carrySearch } from "./view-state.ts";

/** The way to every page, 56 px wide or opened to 220; on a phone a bar at the bottom, with the theme and signing out in the settings. */
export function Rail() {
  const [isOpen, setOpen] = useLocalStorage({ key: "parlance.rail", defaultValue: false });
  const current = pageOf(useLocation().pathname);
  return (
    <nav className="rail" aria-label="Pages" data-open={isOpen || undefined}>
      <div className="rail-brand">
        <img src="/icon.svg" width={24} height={24} alt="" />
        <span className="rail-label">Parlance</span>
      </div>
      {PAGES.map((page) => (
        <RailLink key={page.path} page={page} isCurrent={page === current} isOpen={isOpen} />
      ))}
      <div className="rail-foot">
        <SignOut />
        <SchemeSwitch />
        <RailButton label={isOpen ? "Narrow the rail" : "Widen the rail"} onClick={() => setOpen(!isOpen)}>
          {isOpen ? (
            <IconLayoutSidebarLeftCollapse size={20} stroke={1.6} />
          ) : (
            <IconLayoutSidebarLeftExpand size={20} stroke={1.6} />
          )}
        </RailButton>
      </div>
    </nav>
  );
}

function RailLink(props: {
  readonly page: PageEntry;
  readonly isCurrent: boolean;
  readonly isOpen: boolean;
}) {
  const { page } = props;
  return (
    <Tooltip label={`${page.label} · g ${page.key}`} position="right" disabled={props.isOpen}>
      <Link
        to={page.path}
        search={carrySearch}
        className="rail-link"
        aria-current={props.isCurrent ? "page" : undefined}
      >
        <page.icon size={20} stroke={1.6} aria-hidden />
        <span className="rail-label">{page.label}</span>
      </Link>
    </Tooltip>
  );
}

function RailButton(props: {
  readonly label: string;
  readonly onClick: () => void;
  readonly children: React.ReactNode;
}) {
  return (
    <Tooltip label={props.label} position="right">
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        className="rail-button"
        aria-label={props.label}
        onClick={props.onClick}
      >
        {props.children}
      </ActionIcon>
    </Tooltip>
  );
}

function SchemeSwitch() {
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme("light") === "dark";
  return (
    <RailButton
      label={isDark ? "Light theme" : "Dark theme"}
      onClick={() => setColorScheme(isDark ? "light" : "dark")}
    >
      {isDark ? <IconSun size={20} stroke={1.6} /> : <IconMoon size={20} stroke={1.6} />}
    </RailButton>
  );
}

function SignOut() {
  const { data } = useSession();
  if (data?.mode !== "accounts" || data.user === null) return null;
  return (
    <RailButton label={`Sign out ${data.user.name}`} onClick={() => void signOut()}>
      <IconLogout size={20} stroke={1.6} />
    </RailButton>
  );
}
