import { Modal } from "@mantine/core";
import type { TopicLevel } from "../../../../../src/core/curation.ts";
import type { TopicRef } from "./edit.ts";
import { TopicPicker } from "./topic-picker.tsx";
import { useCuration } from "./use-curation.tsx";

/** Puts topics under another group, or a new one; subtopics under another topic. */
export function MoveDialog(props: {
  readonly topics: readonly TopicRef[];
  readonly level: TopicLevel;
  readonly onClose: () => void;
  readonly onMoved?: () => void;
}) {
  const { topics, level, onClose } = props;
  const { curate } = useCuration();
  const move = (parent: TopicRef | { readonly name: string }) => {
    curate({ kind: "move", topics, parent });
    props.onMoved?.();
    onClose();
  };
  const what = topics.length === 1 ? (topics[0]?.name ?? "") : `${topics.length} topics`;
  return (
    <Modal
      opened
      onClose={onClose}
      title={`Move ${what}`}
      size="sm"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      {level === "subtopic" ? (
        <TopicPicker label="Under which topic" levels={["topic"]} onChoose={move} />
      ) : (
        <TopicPicker
          label="Under which group"
          levels={["group"]}
          onChoose={move}
          onMake={(name) => move({ name })}
        />
      )}
      <p className="small muted dialog-foot">
        It stays there in every later run, until somebody moves it again.
      </p>
    </Modal>
  );
}
