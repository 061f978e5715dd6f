import type { Topic } from "../../../../src/contract/topics.ts";
import { useWorkspace } from "../../api/hooks.ts";
import { useView } from "../../app/use-view.ts";
import { formatAgo, formatInstant } from "../../ui/format.ts";
import { RedactedText } from "../../ui/redacted-text.tsx";

/** What people say, nearest to the middle of the topic first. Each quote opens its conversation. */
export function Quotes(props: { readonly quotes: Topic["quotes"] }) {
  const { timeZone } = useWorkspace();
  const { set } = useView();
  return (
    <section className="panel" aria-label="In customers' words">
      <h2>In customers' words</h2>
      <p className="small muted">The quotes nearest to the middle of the topic, over all time</p>
      {props.quotes.length === 0 && <p className="muted">No quotes yet.</p>}
      <ul className="quotes">
        {props.quotes.map((quote) => (
          <li key={quote.messageId + quote.text}>
            <button
              type="button"
              className="quote"
              onClick={() =>
                set({
                  drawer: {
                    title: "The conversation of a quote",
                    time: "all",
                    filter: { op: "in", field: "conversation", values: [quote.conversationId] },
                    conversation: quote.conversationId,
                  },
                })
              }
            >
              <q>
                <RedactedText text={quote.text} />
              </q>
              <time
                className="small muted"
                dateTime={quote.sentAt}
                title={formatInstant(quote.sentAt, timeZone)}
              >
                {formatAgo(quote.sentAt, timeZone, new Date())}
              </time>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
