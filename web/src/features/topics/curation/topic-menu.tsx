import { ActionIcon, Menu } from "@mantine/core";
import {
  IconArrowsJoin,
  IconArrowsSplit,
  IconDots,
  IconEye,
  IconEyeOff,
  IconFolderSymlink,
  IconPencil,
} from "@tabler/icons-react";
import { useState } from "react";
import type { TopicTreeNode } from "../../../../../src/contract/topics.ts";
import { useMay } from "../../../api/hooks.ts";
import type { TopicRef } from "./edit.ts";
import { MergeDialog } from "./merge-dialog.tsx";
import { MoveDialog } from "./move-dialog.tsx";
import { SplitDialog } from "./split-dialog.tsx";
import { useCuration } from "./use-curation.tsx";

type Dialog = "move" | "merge" | "split";

/** What can be done with one topic. */
export function TopicMenu(props: {
  readonly topic: TopicRef;
  readonly level: TopicTreeNode["level"];
  readonly isHidden: boolean;
  readonly tabIndex?: 0 | -1;
  readonly onRename: () => void;
}) {
  const { topic, level } = props;
  const [dialog, setDialog] = useState<Dialog>();
  const { curate } = useCuration();
  const close = () => setDialog(undefined);
  if (!useMay("write")) return null;
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={22}
            tabIndex={props.tabIndex ?? 0}
            aria-label={`More on ${topic.name}`}
          >
            <IconDots size={14} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={14} />} onClick={props.onRename}>
            Rename
          </Menu.Item>
          {level !== "group" && (
            <Menu.Item leftSection={<IconFolderSymlink size={14} />} onClick={() => setDialog("move")}>
              Move to…
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconArrowsJoin size={14} />} onClick={() => setDialog("merge")}>
            Merge with…
          </Menu.Item>
          {level !== "group" && (
            <Menu.Item leftSection={<IconArrowsSplit size={14} />} onClick={() => setDialog("split")}>
              Split…
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={props.isHidden ? <IconEye size={14} /> : <IconEyeOff size={14} />}
            onClick={() => curate({ kind: props.isHidden ? "show" : "hide", topic })}
          >
            {props.isHidden ? "Show again" : "Hide"}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog === "move" && level !== "cluster" && (
        <MoveDialog topics={[topic]} level={level} onClose={close} />
      )}
      {dialog === "merge" && level !== "cluster" && (
        <MergeDialog topic={topic} level={level} onClose={close} />
      )}
      {dialog === "split" && <SplitDialog topic={topic} onClose={close} />}
    </>
  );
}
