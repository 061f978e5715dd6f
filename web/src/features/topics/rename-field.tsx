import { TextInput } from "@mantine/core";
import { useState } from "react";
import type { Topic } from "../../../../src/contract/topics.ts";
import { useRenameTopic } from "./use-rename-topic.tsx";

/** The name as a field, in place: Enter keeps it, Escape leaves it, empty goes back to the name that was found. */
export function RenameField(props: { readonly topic: Topic; readonly onDone: () => void }) {
  const { topic } = props;
  const [name, setName] = useState(topic.name);
  const rename = useRenameTopic();
  function keep(): void {
    const next = name.trim();
    if (next !== topic.name) rename({ topic, name: next === "" || next === topic.foundName ? null : next });
    props.onDone();
  }
  return (
    <form
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
        placeholder={topic.foundName}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.stopPropagation();
          props.onDone();
        }}
      />
    </form>
  );
}
