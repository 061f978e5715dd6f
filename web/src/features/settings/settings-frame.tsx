// What every page of the settings shares: the title, the way to the others, and a word to those who may not change anything.
import type { ReactNode } from "react";
import { useMay, useSession } from "../../api/hooks.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";
import { TabLinks } from "../../ui/tab-links.tsx";
import "./settings.css";

const VIEWS = [
  { to: "/settings", label: "Workspace" },
  { to: "/settings/personal-data", label: "Personal data" },
  { to: "/settings/people", label: "People" },
  { to: "/settings/keys", label: "API keys" },
  { to: "/settings/account", label: "You" },
] as const;

export function SettingsFrame(props: {
  readonly tab: string;
  readonly answers: string;
  /** Whether only administrators may see it. */
  readonly isForAdmins?: boolean;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  const mayAdminister = useMay("admin");
  const isShown = mayAdminister || props.isForAdmins !== true;
  return (
    <Page
      title="Settings"
      tab={`${props.tab} · Settings`}
      answers={props.answers}
      actions={isShown ? props.actions : undefined}
    >
      <TabLinks label="Settings" views={VIEWS} />
      {isShown ? props.children : <NotAllowed />}
    </Page>
  );
}

function NotAllowed() {
  const { data } = useSession();
  return (
    <EmptyState title="Only administrators see this">
      You may {data?.access === "write" ? "read and change" : "read"} what is in the workspace. An
      administrator can give you more under People.
    </EmptyState>
  );
}
