// Chooses a topic by typing a part of its name.
import { Combobox, ScrollArea, TextInput, useCombobox } from "@mantine/core";
import { useState } from "react";
import type { TopicLevel } from "../../../../../src/core/curation.ts";
import { type KnownTopic, useAllTopics } from "../../../api/topic-hooks.ts";
import { formatCount } from "../../../ui/format.ts";
import type { TopicRef } from "./edit.ts";

const LISTED = 60;

export function TopicPicker(props: {
  readonly label: string;
  readonly levels: readonly TopicLevel[];
  readonly without?: readonly number[];
  readonly onChoose: (topic: TopicRef) => void;
  /** Offers to make a group of the typed name. */
  readonly onMake?: (name: string) => void;
}) {
  const combobox = useCombobox({ defaultOpened: true });
  const [text, setText] = useState("");
  const topics = useAllTopics();
  const found = findTopics(topics, text, props.levels, props.without ?? []);
  const name = text.trim();
  const choose = (value: string) => {
    const topic = topics.find(({ id }) => String(id) === value);
    if (topic) props.onChoose(topic);
    else if (name !== "") props.onMake?.(name);
  };
  return (
    <Combobox store={combobox} onOptionSubmit={choose}>
      <Combobox.EventsTarget>
        <TextInput
          size="xs"
          label={props.label}
          placeholder="A part of its name"
          data-autofocus
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
            combobox.selectFirstOption();
          }}
        />
      </Combobox.EventsTarget>
      <Combobox.Options aria-label={props.label} mt={6}>
        <ScrollArea.Autosize mah={260} type="auto">
          {found.slice(0, LISTED).map((topic) => (
            <Combobox.Option value={String(topic.id)} key={topic.id}>
              <span className="row">
                <span className="ellipsis">{topic.name}</span>
                <span className="small muted push nowrap">
                  {topic.level}, {formatCount(topic.conversations)}
                </span>
              </span>
            </Combobox.Option>
          ))}
          {props.onMake && name !== "" && (
            <Combobox.Option value="make">
              A new group, <b>{name}</b>
            </Combobox.Option>
          )}
          {found.length === 0 && !(props.onMake && name !== "") && (
            <Combobox.Empty>No topic is called that.</Combobox.Empty>
          )}
        </ScrollArea.Autosize>
      </Combobox.Options>
    </Combobox>
  );
}

function findTopics(
  topics: readonly KnownTopic[],
  text: string,
  levels: readonly TopicLevel[],
  without: readonly number[],
): readonly KnownTopic[] {
  const wanted = text.trim().toLowerCase();
  return topics.filter(
    ({ id, name, level }) =>
      level !== "cluster" &&
      levels.includes(level) &&
      !without.includes(id) &&
      name.toLowerCase().includes(wanted),
  );
}
