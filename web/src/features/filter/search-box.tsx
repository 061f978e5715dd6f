// The search field. By words, what is typed is read as a sentence: what is understood becomes filters, the rest is searched for.
import { CloseButton, Popover, SegmentedControl, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useView } from "../../app/use-view.ts";
import { allOf, carryOver, topLevel, type ViewState } from "../../app/view-state.ts";
import type { Reading } from "./read-sentence.ts";
import { ReadingPreview } from "./reading-preview.tsx";
import { useReading } from "./use-reading.ts";

type Mode = "exact" | "semantic";

/** Finds conversations by their words or by their meaning; the answer is the conversations page. */
export function SearchBox() {
  const { state } = useView();
  const asked = state.search;
  // A search that comes from elsewhere (back, a link) starts the field anew.
  return <SearchField key={asked === undefined ? "" : `${asked.mode} ${asked.text}`} asked={asked} />;
}

function SearchField(props: { readonly asked: { readonly text: string; readonly mode: Mode } | undefined }) {
  const [text, setText] = useState(props.asked?.text ?? "");
  const [mode, setMode] = useState<Mode>(props.asked?.mode ?? "exact");
  const [isFocused, setFocused] = useState(false);
  const { state, set } = useView();
  const navigate = useNavigate();
  const reading = useReading(mode === "exact" ? text : "");
  const isRead = reading.filters.length > 0 || reading.time !== undefined;

  function search(next: string, by: Mode): void {
    const trimmed = next.trim();
    if (trimmed === "") set({ search: undefined, sort: undefined });
    else
      void navigate({
        to: "/conversations",
        search: { ...carryOver(state), search: { text: trimmed, mode: by } },
      });
  }

  function submit(asItStands: boolean): void {
    if (asItStands || !isRead) {
      search(text, mode);
      return;
    }
    const next = stateAfter(state, reading);
    setText(reading.text);
    if (next.search === undefined) set({ ...next, search: undefined });
    else void navigate({ to: "/conversations", search: { ...carryOver(state), ...next } });
  }

  return (
    <form
      className="search-box"
      onSubmit={(event) => {
        event.preventDefault();
        submit(false);
      }}
    >
      <Popover
        opened={isFocused && isRead}
        position="bottom-start"
        width={360}
        trapFocus={false}
        returnFocus={false}
        withRoles={false}
      >
        <Popover.Target>
          <TextInput
            size="xs"
            className="search-input"
            placeholder={mode === "exact" ? "Search words  /" : "Search by meaning  /"}
            aria-label="Search conversations"
            data-key="search"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onFocus={() => setFocused(true)}
            onBlur={() => setFocused(false)}
            onKeyDown={(event) => {
              if (event.key === "Escape") event.currentTarget.blur();
              if (event.key !== "Enter" || !event.shiftKey) return;
              event.preventDefault();
              submit(true);
            }}
            leftSection={<IconSearch size={14} aria-hidden />}
            rightSection={
              text === "" ? null : (
                <CloseButton
                  size="xs"
                  aria-label="Clear the search"
                  onClick={() => {
                    setText("");
                    search("", mode);
                  }}
                />
              )
            }
          />
        </Popover.Target>
        <Popover.Dropdown>
          <ReadingPreview reading={reading} />
        </Popover.Dropdown>
      </Popover>
      <SegmentedControl
        size="xs"
        aria-label="How to search"
        value={mode}
        onChange={(value) => {
          const next = value === "semantic" ? "semantic" : "exact";
          setMode(next);
          if (props.asked && text.trim() !== "") search(text, next);
        }}
        data={[
          { value: "exact", label: "Words" },
          { value: "semantic", label: "Meaning" },
        ]}
      />
    </form>
  );
}

/** The view with what was read: its filters beside those that are there, its time, and a search for the words left over. */
function stateAfter(state: ViewState, reading: Reading): Pick<ViewState, "filter" | "time" | "search"> {
  const known = new Set(topLevel(state.filter).map((part) => JSON.stringify(part)));
  const filter = allOf(state.filter, ...reading.filters.filter((part) => !known.has(JSON.stringify(part))));
  return {
    ...(filter === undefined ? {} : { filter }),
    ...(reading.time === undefined ? {} : { time: reading.time }),
    ...(reading.text === "" ? {} : { search: { text: reading.text, mode: "exact" } }),
  };
}
