import type { Conversation } from "../../../../src/contract/conversations.ts";
import { useWorkspace } from "../../api/hooks.ts";
import { formatCount, formatInstant } from "../../ui/format.ts";

/** What the source said of a conversation, and where it came from. */
export function Attributes(props: { readonly conversation: Conversation }) {
  const { timeZone } = useWorkspace();
  const { conversation } = props;
  return (
    <section aria-label="Attributes">
      <h3>Attributes</h3>
      <dl className="attributes">
        {Object.entries(conversation.attributes).map(([name, attribute]) => (
          <Fact key={name} name={name} value={attributeWords(attribute, timeZone)} />
        ))}
        {conversation.customer !== "" && <Fact name="Customer" value={conversation.customer} isCode />}
        <Fact name="Source's id" value={conversation.externalId} isCode />
        <Fact name="Id" value={conversation.id} isCode />
      </dl>
    </section>
  );
}

function attributeWords(attribute: Conversation["attributes"][string], timeZone: string): string {
  switch (attribute.kind) {
    case "text":
      return attribute.value;
    case "number":
      return Number.isInteger(attribute.value) ? formatCount(attribute.value) : String(attribute.value);
    case "boolean":
      return attribute.value ? "yes" : "no";
    case "time":
      return formatInstant(attribute.value, timeZone);
    default:
      return attribute satisfies never;
  }
}

function Fact(props: { readonly name: string; readonly value: string; readonly isCode?: boolean }) {
  return (
    <>
      <dt>{props.name}</dt>
      <dd className={props.isCode ? "mono" : undefined}>{props.value}</dd>
    </>
  );
}
