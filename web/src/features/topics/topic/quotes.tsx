import { ActionIcon, Menu, Modal } from "@mantine/core";
import { IconArrowRight, IconDots, IconX } from "@tabler/icons-react";
import { useState } from "react";
import type { Topic } from "../../../../../src/contract/topics.ts";
import { useMay, useWorkspace } from "../../../api/hooks.ts";
import { useView } from "../../../app/use-view.ts";
import { formatAgo, formatInstant } from "../../../ui/format.ts";
import { RedactedText } from "../../../ui/redacted-text.tsx";
import type { TopicRef } from "../curation/edit.ts";
import { TopicPicker } from "../curation/topic-picker.tsx";
import { useCuration } from "../curation/use-curation.tsx";

type Quote = Topic["quotes"][number];

const SHOWN = 5;

/** What people say. Each quote opens its conversation; one that is out of place can be put where it belongs. */
export function Quotes(props: { readonly topic: Topic }) {
  const quotes = props.topic.quotes.slice(0, SHOWN);
  const mayEdit = useMay("write");
  return (
    <section className="panel" aria-label="In customers' words">
      <h2>In customers' words</h2>
      <p className="small muted">Chosen to show the breadth of the topic, over all time</p>
      {quotes.length === 0 && <p className="muted">No quotes yet.</p>}
      <ul className="quotes">
        {quotes.map((quote) => (
          <li key={quote.utteranceId} className="quote-row">
            <QuoteView quote={quote} />
            {mayEdit && <QuoteMenu quote={quote} topic={props.topic} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function QuoteView(props: { readonly quote: Omit<Quote, "confidence"> }) {
  const { timeZone } = useWorkspace();
  const { set } = useView();
  const { quote } = props;
  return (
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
      <time className="small muted" dateTime={quote.sentAt} title={formatInstant(quote.sentAt, timeZone)}>
        {formatAgo(quote.sentAt, timeZone, new Date())}
      </time>
    </button>
  );
}

function QuoteMenu(props: { readonly quote: Quote; readonly topic: TopicRef }) {
  const { quote, topic } = props;
  const [isChoosing, setChoosing] = useState(false);
  const { curate } = useCuration();
  const assign = (to: TopicRef | null) => {
    curate({ kind: "assign", topic: to, utterances: [quote.utteranceId] });
    setChoosing(false);
  };
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={`Where “${quote.text.slice(0, 60)}” belongs`}>
            <IconDots size={14} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconArrowRight size={14} />} onClick={() => setChoosing(true)}>
            Belongs to another topic…
          </Menu.Item>
          <Menu.Item leftSection={<IconX size={14} />} onClick={() => assign(null)}>
            Belongs to no topic
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isChoosing && (
        <Modal
          opened
          onClose={() => setChoosing(false)}
          title="Where it belongs"
          size="sm"
          closeButtonProps={{ "aria-label": "Close" }}
        >
          <blockquote className="dialog-quote">
            <RedactedText text={quote.text} />
          </blockquote>
          <TopicPicker
            label="To which topic"
            levels={["topic", "subtopic"]}
            without={[topic.id]}
            onChoose={assign}
          />
          <p className="small muted dialog-foot">All utterances in the same words go with it.</p>
        </Modal>
      )}
    </>
  );
}
