import type { SyntheticEvent } from "react";

/** What stands in the fields of a form that is sent, by their names. Keeps the browser from leaving the page. */
export function fieldsOf(event: SyntheticEvent<HTMLFormElement>): (name: string) => string {
  event.preventDefault();
  const form = new FormData(event.currentTarget);
  return (name) => String(form.get(name) ?? "");
}
