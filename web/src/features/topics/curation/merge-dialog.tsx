import { Modal } from "@mantine/core";
import type { TopicLevel } from "../../../../../src/core/curation.ts";
import type { TopicRef } from "./edit.ts";
import { TopicPicker } from "./topic-picker.tsx";
import { useCuration } from "./use-curation.tsx";

/** Merges another topic of the same level into this one. */
export function MergeDialog(props: {
  readonly topic: TopicRef;
  readonly level: TopicLevel;
  readonly onClose: () => void;
}) {
  const { topic, level, onClose } = props;
  const { curate } = useCuration();
  return (
    <Modal
      opened
      onClose={onClose}
      title={`Merge with ${topic.name}`}
      size="sm"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <TopicPicker
        label={`Which ${level} goes into ${topic.name}`}
        levels={[level]}
        without={[topic.id]}
        onChoose={(other) => {
          curate({ kind: "merge", into: topic, topics: [other] });
          onClose();
        }}
      />
      <p className="small muted dialog-foot">
        All its utterances are counted under {topic.name} from now on, and its history with it.
      </p>
    </Modal>
  );
}
