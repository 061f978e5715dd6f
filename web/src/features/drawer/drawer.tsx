// The drawer: the conversations behind what was clicked, and one of them as a thread, without leaving the page. Escape goes
// back one step and at last to the place that opened it.
import { ActionIcon, Button, CloseButton } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { IconArrowLeft } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { type PointerEvent, useEffect, useRef } from "react";
import { useKeys } from "../../app/keys.ts";
import { useSlice, useView } from "../../app/use-view.ts";
import type { DrawerState } from "../../app/view-state.ts";
import { plural } from "../../ui/format.ts";
import { ConversationList } from "../conversations/conversation-list.tsx";
import { Thread } from "../conversations/thread.tsx";
import { useListHead } from "../conversations/use-rows.ts";
import "./drawer.css";

const WIDTH = 520;
const NARROWEST = 360;

export default function Drawer(props: { readonly drawer: DrawerState }) {
  const { drawer } = props;
  const { set } = useView();
  const slice = useSlice();
  const navigate = useNavigate();
  const [width, setWidth] = useLocalStorage({ key: "parlance.drawer", defaultValue: WIDTH });
  const panel = useRef<HTMLElement>(null);
  const search = {
    time: drawer.time ?? slice.time,
    ...(drawer.filter === undefined ? {} : { filter: drawer.filter }),
  };

  const head = useListHead(search);

  useEffect(() => {
    const opener = document.activeElement;
    panel.current?.focus();
    return () => {
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    };
  }, []);

  const close = () => set({ drawer: undefined });
  const back = () => set({ drawer: { ...drawer, conversation: undefined } });
  const open = (id: string) =>
    set({ drawer: { ...drawer, conversation: id } }, { replace: drawer.conversation !== undefined });
  useKeys({ Escape: drawer.conversation === undefined ? close : back });

  return (
    <aside ref={panel} className="drawer" style={{ width }} tabIndex={-1} aria-label={drawer.title}>
      <ResizeEdge width={width} onResize={setWidth} />
      <header className="drawer-head">
        {drawer.conversation !== undefined && (
          <ActionIcon variant="subtle" color="gray" aria-label="Back to the list" onClick={back}>
            <IconArrowLeft size={16} />
          </ActionIcon>
        )}
        <div className="drawer-titles">
          <h2 className="ellipsis">{drawer.title}</h2>
          <p className="small muted number">
            {head.data === undefined ? "Counting…" : plural(head.data.total, "conversation")}
          </p>
        </div>
        <Button
          variant="default"
          className="push"
          onClick={() => void navigate({ to: "/conversations", search })}
        >
          Open as a page
        </Button>
        <CloseButton aria-label="Close" onClick={close} />
      </header>
      <div className="drawer-body">
        {drawer.conversation === undefined ? (
          <ConversationList
            search={search}
            head={head}
            openId={undefined}
            onOpen={open}
            hasKeys
            label={drawer.title}
          />
        ) : (
          <Thread id={drawer.conversation} />
        )}
      </div>
    </aside>
  );
}

function ResizeEdge(props: { readonly width: number; readonly onResize: (width: number) => void }) {
  const limit = (width: number) => Math.round(Math.max(NARROWEST, Math.min(window.innerWidth - 80, width)));
  function drag(event: PointerEvent<HTMLDivElement>): void {
    if (event.currentTarget.hasPointerCapture(event.pointerId))
      props.onResize(limit(window.innerWidth - event.clientX));
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved
    <div
      className="drawer-edge"
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the drawer"
      aria-valuenow={props.width}
      aria-valuemin={NARROWEST}
      aria-valuemax={window.innerWidth - 80}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={(event) => {
        if (event.key === "ArrowLeft") props.onResize(limit(props.width + 20));
        if (event.key === "ArrowRight") props.onResize(limit(props.width - 20));
      }}
    />
  );
}
