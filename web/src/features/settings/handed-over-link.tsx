import { ShownOnce } from "../../ui/shown-once.tsx";

/** A person's one-time link, with what to do with it. */
export function HandedOverLink(props: {
  readonly name: string;
  readonly link: string;
  readonly expiresAt: string;
}) {
  const link = URL.canParse(props.link) ? props.link : window.location.origin + props.link;
  return (
    <div className="stack">
      <p>
        Hand this link over to {props.name}. It is shown this once, works once, until{" "}
        {props.expiresAt.slice(0, 10)}: whoever opens it chooses the password.
      </p>
      <ShownOnce label={`Link for ${props.name}`} secret={link} />
    </div>
  );
}
