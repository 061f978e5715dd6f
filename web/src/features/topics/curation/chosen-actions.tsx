import { Button, Menu } from "@mantine/core";
import { IconArrowsJoin, IconArrowsSplit2, IconEyeOff, IconFolderSymlink } from "@tabler/icons-react";
import { useState } from "react";
import type { TopicTreeNode } from "../../../../../src/contract/topics.ts";
import type { TopicLevel } from "../../../../../src/core/curation.ts";
import { useMay } from "../../../api/hooks.ts";
import { formatCount } from "../../../ui/format.ts";
import type { TopicRef } from "./edit.ts";
import { MoveDialog } from "./move-dialog.tsx";
import { useCuration } from "./use-curation.tsx";

type Chosen = TopicRef & { readonly level: TopicLevel; readonly conversations: number };

function topicsOf(nodes: readonly TopicTreeNode[]): readonly Chosen[] {
  return nodes.flatMap(({ id, level, name, conversations }) =>
    id === null || level === "cluster" ? [] : [{ id, level, name, conversations }],
  );
}

/** What can be done with several topics. They merge when they are of one level; the largest is offered as the one that stays. */
export function ChosenActions(props: {
  readonly nodes: readonly TopicTreeNode[];
  readonly clear: () => void;
}) {
  const [isMoving, setMoving] = useState(false);
  const { curate } = useCuration();
  const topics = topicsOf(props.nodes).toSorted((one, other) => other.conversations - one.conversations);
  const [first] = topics;
  const mayEdit = useMay("write");
  if (first === undefined || !mayEdit) return null;
  const isOneLevel = topics.every(({ level }) => level === first.level);
  const done = () => props.clear();
  return (
    <>
      {topics.length > 1 && isOneLevel && (
        <Menu position="top-start" withinPortal>
          <Menu.Target>
            <Button leftSection={<IconArrowsJoin size={14} />}>Merge</Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>Which one stays</Menu.Label>
            {topics.map((topic) => (
              <Menu.Item
                key={topic.id}
                onClick={() => {
                  curate({ kind: "merge", into: topic, topics: topics.filter(({ id }) => id !== topic.id) });
                  done();
                }}
              >
                Into {topic.name} <span className="muted number">{formatCount(topic.conversations)}</span>
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {topics.length > 1 && !isOneLevel && (
        <span className="small muted">Topics merge when they are of one level.</span>
      )}
      {isOneLevel && first.level !== "group" && (
        <Button
          variant="default"
          leftSection={<IconFolderSymlink size={14} />}
          onClick={() => setMoving(true)}
        >
          Move to…
        </Button>
      )}
      {topics.length > 1 && (
        <Button
          variant="default"
          leftSection={<IconArrowsSplit2 size={14} />}
          onClick={() => {
            curate({ kind: "apart", topics });
            done();
          }}
        >
          Never merge
        </Button>
      )}
      {topics.length === 1 && (
        <Button
          variant="default"
          leftSection={<IconEyeOff size={14} />}
          onClick={() => {
            curate({ kind: "hide", topic: first });
            done();
          }}
        >
          Hide
        </Button>
      )}
      {isMoving && (
        <MoveDialog topics={topics} level={first.level} onClose={() => setMoving(false)} onMoved={done} />
      )}
    </>
  );
}
