// Keys that work anywhere on a page. Listening to the window is the one thing that this hook does outside React.
import { useEffect, useEffectEvent } from "react";

export type KeyBindings = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/** Whether a key press belongs to a field, so that letters typed there are text. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/** A dialog or an open menu takes the keys for itself. */
function isBehindDialog(): boolean {
  return (
    document.querySelector('[role="dialog"][aria-modal="true"], [role="menu"], [role="listbox"]') !== null
  );
}

/** `j`, `Escape`, and with Control or Command `Ctrl+z` and `Ctrl+Shift+z`. */
function keyName(event: KeyboardEvent): string {
  if (!event.ctrlKey && !event.metaKey) return event.key;
  return `Ctrl+${event.shiftKey ? "Shift+" : ""}${event.key.toLowerCase()}`;
}

/** Binds keys (by `keyName`) while the component is shown and `enabled`. Not while one types, except Escape. */
export function useKeys(bindings: KeyBindings, enabled = true): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!enabled || event.defaultPrevented || event.altKey) return;
    if (isBehindDialog() || (isTyping(event.target) && event.key !== "Escape")) return;
    const handler = bindings[keyName(event)];
    if (handler === undefined) return;
    event.preventDefault();
    handler(event);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
}
