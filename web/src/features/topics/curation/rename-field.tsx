import { TextInput } from "@mantine/core";
import { useState } from "react";
import type { TopicRef } from "./edit.ts";
import { useCuration } from "./use-curation.tsx";

/** The name as a field, in place: Enter keeps it, Escape leaves it, empty goes back to the name that was found. */
export function RenameField(props: {
  readonly topic: TopicRef & { readonly foundName?: string };
  readonly onDone: () => void;
}) {
  const { topic } = props;
  const [name, setName] = useState(topic.name);
  const { curate } = useCuration();
  function keep(): void {
    const next = name.trim();
    if (next !== topic.name)
      curate({ kind: "rename", topic, name: next === "" || next === topic.foundName ? null : next });
    props.onDone();
  }
  return (
    <form
      className="rename-field"
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <TextInput
        size="xs"
        aria-label={`New name of ${topic.name}`}
        autoFocus
        maxLength={120}
        placeholder={topic.foundName ?? "The name that was found"}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={keep}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === "Escape") props.onDone();
        }}
      />
    </form>
  );
}
