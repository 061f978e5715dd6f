// All conversations that the filter and the search let through, and the one that is open beside them.
import { ActionIcon, CloseButton, NativeSelect, Tooltip } from "@mantine/core";
import { IconArrowsDiagonal } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useKeys } from "../../app/keys.ts";
import { useSlice, useView } from "../../app/use-view.ts";
import { keepSearch } from "../../app/view-state.ts";
import { Page } from "../../ui/page.tsx";
import { ConversationList } from "./conversation-list.tsx";
import { ExportMenu } from "./export-menu.tsx";
import { SORTS, sortOf } from "./sorts.ts";
import { Thread } from "./thread.tsx";
import { type ListSearch, useListHead } from "./use-rows.ts";

export function ConversationsPage() {
  const { state, set } = useView();
  const { time, filter } = useSlice();
  const sort = sortOf(state.sort, state.search?.mode);
  const search: ListSearch = {
    time,
    ...(filter === undefined ? {} : { filter }),
    ...(state.search === undefined ? {} : { search: state.search }),
    ...(sort.value === undefined ? {} : { sort: sort.value }),
  };
  const head = useListHead(search);
  const close = () => set({ open: undefined });
  useKeys({ Escape: close }, state.open !== undefined && state.drawer === undefined);
  return (
    <Page
      fill
      title="Conversations"
      answers={
        state.search
          ? foundWords(state.search)
          : "What was said, word by word, with what was redacted and how it is labelled."
      }
      actions={
        <>
          <NativeSelect
            size="xs"
            aria-label="Sort"
            value={sort.id}
            onChange={(event) => {
              const chosen = SORTS.find(({ id }) => id === event.currentTarget.value);
              set({ sort: chosen?.value });
            }}
            data={SORTS.filter(({ id }) => id !== "relevance" || state.search !== undefined).map(
              ({ id, label }) => ({ value: id, label }),
            )}
          />
          <ExportMenu />
        </>
      }
    >
      <div className="split">
        <div className="panel split-list">
          <ConversationList
            key={JSON.stringify(search)}
            search={search}
            head={head}
            openId={state.open}
            onOpen={(id) => set({ open: id }, { replace: state.open !== undefined })}
            sort={sort.shown}
            onSort={(next) => set({ sort: next }, { replace: true })}
            hasKeys={state.drawer === undefined}
            label="Conversations"
          />
        </div>
        {state.open !== undefined && (
          <div className="panel split-thread">
            <Thread id={state.open} actions={<ThreadActions id={state.open} onClose={close} />} />
          </div>
        )}
      </div>
    </Page>
  );
}

function foundWords(search: { readonly text: string; readonly mode: "exact" | "semantic" }): string {
  return search.mode === "exact"
    ? `Those with the words “${search.text}”.`
    : `Those nearest in meaning to “${search.text}”.`;
}

function ThreadActions(props: { readonly id: string; readonly onClose: () => void }) {
  return (
    <>
      <Tooltip label="Open on a page of its own">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label="Open on a page of its own"
          renderRoot={(root) => (
            <Link to="/conversations/$id" params={{ id: props.id }} search={keepSearch} {...root} />
          )}
        >
          <IconArrowsDiagonal size={16} />
        </ActionIcon>
      </Tooltip>
      <CloseButton aria-label="Close the conversation" onClick={props.onClose} />
    </>
  );
}
