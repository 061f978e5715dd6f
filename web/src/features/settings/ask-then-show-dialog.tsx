import { Button, Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { fieldsOf } from "../../ui/fields-of.ts";
import { Refusal } from "../../ui/refusal.tsx";

/** Asks for what is to be made, then shows what came of it, this once: a click beside it does not close it. */
export function AskThenShowDialog(props: {
  readonly title: string;
  readonly verb: string;
  /** The form's fields. */
  readonly children: ReactNode;
  /** What is shown once it is made. */
  readonly made: ReactNode | undefined;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onSubmit: (field: (name: string) => string) => void;
  readonly onClose: () => void;
}) {
  const { made, onClose } = props;
  return (
    <Modal
      opened
      onClose={onClose}
      title={props.title}
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      {made === undefined ? (
        <form className="stack" onSubmit={(event) => props.onSubmit(fieldsOf(event))}>
          {props.children}
          <Refusal error={props.error} />
          <div className="dialog-row">
            <Button variant="default" onClick={onClose}>
              Not now
            </Button>
            <Button type="submit" loading={props.isPending}>
              {props.verb}
            </Button>
          </div>
        </form>
      ) : (
        <div className="stack">
          {made}
          <div className="dialog-row">
            <Button onClick={onClose}>Done</Button>
          </div>
        </div>
      )}
    </Modal>
  );
}
