import type { ImportPreview } from "../../../../src/contract/imports.ts";
import { useWorkspace } from "../../api/hooks.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatInstant } from "../../ui/format.ts";
import { RedactedText } from "../../ui/redacted-text.tsx";

/** The first conversations of a file, redacted, as they would be stored. */
export function PreviewConversations(props: { readonly conversations: ImportPreview["conversations"] }) {
  const { timeZone } = useWorkspace();
  if (props.conversations.length === 0) {
    return (
      <EmptyState title="No conversation comes out of it yet">
        Choose the column of the text, or another format.
      </EmptyState>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="preview-conversations" tabIndex={0} aria-label="First conversations">
      {props.conversations.map((conversation) => (
        <section key={conversation.externalId} aria-label={`Conversation ${conversation.externalId}`}>
          <h3>
            <span className="mono">{conversation.externalId}</span> · {conversation.channel}
          </h3>
          <table className="plain">
            <tbody>
              {conversation.messages.map((message, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a preview has no ids and does not change order
                <tr key={index}>
                  <td className="nowrap small muted number">{formatInstant(message.sentAt, timeZone)}</td>
                  <td className="small muted">{message.role}</td>
                  <td>
                    <RedactedText text={message.text} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </section>
  );
}
