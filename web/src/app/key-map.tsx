// The keys that move about: g and a letter, / for the search, ? for the map of all keys.
import { Kbd, Modal } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useKeys } from "./keys.ts";
import { PAGES } from "./pages.ts";
import { carrySearch } from "./view-state.ts";

const SEQUENCE_MS = 1500;

const EVERYWHERE: readonly (readonly [keys: readonly string[], what: string])[] = [
  [["/"], "Search"],
  [["f"], "Add a filter"],
  [["j"], "Next row"],
  [["k"], "Row before"],
  [["Enter"], "Open the row"],
  [["Esc"], "Close and go back to where you were"],
  [["x"], "Choose the row"],
  [["Ctrl", "C"], "Copy the chosen rows"],
  [["←", "→"], "Fold and unfold a topic"],
  [["e"], "Rename the topic"],
  [["Ctrl", "Z"], "Undo the last edit of topics"],
  [["?"], "This map"],
];

/** Focuses the first element that carries `data-key="…"`. */
function focusMarked(name: string): void {
  const element = document.querySelector<HTMLElement>(`[data-key="${name}"]`);
  if (name === "filter") element?.click();
  else element?.focus();
}

export function KeyMap() {
  const [isOpen, setOpen] = useState(false);
  const navigate = useNavigate();
  const pressedG = useRef(0);

  function afterG(key: string): void {
    if (performance.now() - pressedG.current > SEQUENCE_MS) return;
    pressedG.current = 0;
    const page = PAGES.find((candidate) => candidate.key === key);
    if (page) void navigate({ to: page.path, search: carrySearch });
  }

  useKeys({
    ...Object.fromEntries(PAGES.map((page) => [page.key, () => afterG(page.key)])),
    g: () => {
      pressedG.current = performance.now();
    },
    "/": () => focusMarked("search"),
    f: () => focusMarked("filter"),
    "?": () => setOpen(true),
  });

  return (
    <Modal
      opened={isOpen}
      onClose={() => setOpen(false)}
      title="Keys"
      size="sm"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <table className="plain">
        <tbody>
          {PAGES.map((page) => (
            <KeyRow key={page.path} keys={["g", page.key]} what={`Go to ${page.label.toLowerCase()}`} />
          ))}
          {EVERYWHERE.map(([keys, what]) => (
            <KeyRow key={what} keys={keys} what={what} />
          ))}
        </tbody>
      </table>
    </Modal>
  );
}

function KeyRow(props: { readonly keys: readonly string[]; readonly what: string }) {
  return (
    <tr>
      <td className="nowrap">
        {props.keys.map((key) => (
          <Kbd key={key} mr={4}>
            {key}
          </Kbd>
        ))}
      </td>
      <td>{props.what}</td>
    </tr>
  );
}
