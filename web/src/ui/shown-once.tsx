import { Button, CopyButton, TextInput } from "@mantine/core";

/** A secret that is shown this once, with a button that copies it. */
export function ShownOnce(props: { readonly label: string; readonly secret: string }) {
  return (
    <div className="shown-once">
      <TextInput
        label={props.label}
        value={props.secret}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyButton value={props.secret}>
        {({ copied, copy }) => (
          <Button size="sm" variant="default" onClick={copy}>
            {copied ? "Copied" : "Copy"}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
