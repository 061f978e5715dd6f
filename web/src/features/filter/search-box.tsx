import { CloseButton, SegmentedControl, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { type SyntheticEvent, useState } from "react";
import { useView } from "../../app/use-view.ts";
import { carryOver } from "../../app/view-state.ts";

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
  const { state, set } = useView();
  const navigate = useNavigate();

  function search(next: string, by: Mode): void {
    const trimmed = next.trim();
    if (trimmed === "") set({ search: undefined, sort: undefined });
    else
      void navigate({
        to: "/conversations",
        search: { ...carryOver(state), search: { text: trimmed, mode: by } },
      });
  }

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    search(text, mode);
  }

  return (
    <form className="search-box" onSubmit={submit}>
      <TextInput
        size="xs"
        className="search-input"
        placeholder={mode === "exact" ? "Search words  /" : "Search by meaning  /"}
        aria-label="Search conversations"
        data-key="search"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Escape" && event.currentTarget.blur()}
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
