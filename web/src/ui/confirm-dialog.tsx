import { Button, Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { Refusal } from "./refusal.tsx";

/** Asks before what cannot be taken back. */
export function ConfirmDialog(props: {
  readonly title: string;
  /** What happens then. */
  readonly children: ReactNode;
  readonly verb: string;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}) {
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={props.title}
      size="sm"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <p>{props.children}</p>
      <Refusal error={props.error} />
      <div className="dialog-row">
        <Button variant="default" onClick={props.onClose}>
          Not now
        </Button>
        <Button color="red" loading={props.isPending} onClick={props.onConfirm}>
          {props.verb}
        </Button>
      </div>
    </Modal>
  );
}
