// Splits a topic: some of its subtopics, or some of what was said and all that is like it, become a topic beside it.
import { Button, Checkbox, Modal, Skeleton, TextInput } from "@mantine/core";
import { type SyntheticEvent, useState } from "react";
import { useTopic, useTopics } from "../../../api/topic-hooks.ts";
import { formatCount } from "../../../ui/format.ts";
import { RedactedText } from "../../../ui/redacted-text.tsx";
import type { TopicRef } from "./edit.ts";
import { useCuration } from "./use-curation.tsx";

export function SplitDialog(props: { readonly topic: TopicRef; readonly onClose: () => void }) {
  const { topic, onClose } = props;
  const [name, setName] = useState("");
  const [subtopics, setSubtopics] = useState<readonly number[]>([]);
  const [utterances, setUtterances] = useState<readonly string[]>([]);
  const below = useTopics({ level: "subtopic", parent: topic.id, quotes: 1 });
  const whole = useTopic(topic.id);
  const { curate } = useCuration();
  const count = subtopics.length + utterances.length;
  const isAll = utterances.length === 0 && subtopics.length === below.data?.topics.length;

  function split(event: SyntheticEvent): void {
    event.preventDefault();
    if (name.trim() === "" || count === 0) return;
    curate({ kind: "split", topic, parts: [{ name: name.trim(), subtopics, utterances }] });
    onClose();
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={`Split ${topic.name}`}
      size="lg"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <form className="stack" onSubmit={split}>
        <TextInput
          size="xs"
          label="Name of the new topic"
          data-autofocus
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {(below.isPending || whole.isPending) && <Skeleton height={120} />}
        <div className="split-lists">
          {below.data && below.data.topics.length > 0 && (
            <fieldset className="plain-set">
              <legend className="small muted">These subtopics become the new topic</legend>
              {below.data.topics.map((subtopic) => (
                <Checkbox
                  key={subtopic.id}
                  size="xs"
                  checked={subtopics.includes(subtopic.id)}
                  onChange={() => setSubtopics(toggled(subtopics, subtopic.id))}
                  label={`${subtopic.name}, ${formatCount(subtopic.conversations)}`}
                  description={subtopic.phrases.slice(0, 4).join(" · ")}
                />
              ))}
            </fieldset>
          )}
          {whole.data && whole.data.quotes.length > 0 && (
            <fieldset className="plain-set">
              <legend className="small muted">Or: what was said like this</legend>
              {whole.data.quotes.map((quote) => (
                <Checkbox
                  key={quote.utteranceId}
                  size="xs"
                  checked={utterances.includes(quote.utteranceId)}
                  onChange={() => setUtterances(toggled(utterances, quote.utteranceId))}
                  label={<RedactedText text={quote.text} />}
                />
              ))}
            </fieldset>
          )}
        </div>
        <div className="row">
          <span className="small muted" role="status">
            {isAll && "With all of them nothing would be left of the topic."}
          </span>
          <Button type="submit" className="push" disabled={name.trim() === "" || count === 0 || isAll}>
            Split
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function toggled<T>(list: readonly T[], item: T): readonly T[] {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
}
