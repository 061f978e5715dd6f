import { Link } from "@tanstack/react-router";
import type { Conversation } from "../../../../src/contract/conversations.ts";
import { useWorkspace } from "../../api/hooks.ts";
import { carrySearch } from "../../app/view-state.ts";
import { sentimentBand } from "../../charts/colours.ts";
import { useTopicColours } from "../../charts/use-topic-colours.ts";
import { formatClock, formatScore } from "../../ui/format.ts";
import { RedactedText } from "../../ui/redacted-text.tsx";
import { segmentMessage } from "../../ui/redaction-parts.ts";

type Message = Conversation["messages"][number];
type Utterance = Message["utterances"][number];

/** One turn. Labels stand below it; pointing at one lights up the words that it is about. */
export function MessageView(props: {
  readonly message: Message;
  readonly litTopic: number | undefined;
  readonly onLight: (topic: number | undefined) => void;
}) {
  const { timeZone } = useWorkspace();
  const { message } = props;
  return (
    <li className="message" data-role={message.role}>
      <div className="message-who">
        <span>{message.role}</span>
        <time dateTime={message.sentAt} className="number">
          {formatClock(message.sentAt, timeZone)}
        </time>
        {message.botNode !== "" && <code>{message.botNode}</code>}
      </div>
      <div className="message-text">
        {segmentMessage(message.text, message.utterances).map((segment) => (
          <span
            key={segment.start}
            className={segment.utterance ? "utterance" : undefined}
            data-band={segment.utterance ? sentimentBand(segment.utterance.sentiment) : undefined}
            data-lit={
              (segment.utterance?.topic && segment.utterance.topic.id === props.litTopic) || undefined
            }
            title={segment.utterance ? utteranceWords(segment.utterance) : undefined}
          >
            <RedactedText text={segment.text} />
          </span>
        ))}
      </div>
      <Labels utterances={message.utterances} onLight={props.onLight} />
    </li>
  );
}

function utteranceWords(utterance: Utterance): string {
  const topic =
    utterance.topic === null
      ? "no topic"
      : `${utterance.topic.name} (${Math.round(utterance.topic.confidence * 100)} %)`;
  const sentiment =
    utterance.sentiment === null ? "sentiment not known" : `sentiment ${formatScore(utterance.sentiment)}`;
  return `${topic}, ${sentiment}`;
}

function Labels(props: {
  readonly utterances: readonly Utterance[];
  readonly onLight: (topic: number | undefined) => void;
}) {
  const colourOf = useTopicColours();
  const topics = new Map(
    props.utterances.flatMap(({ topic }) => (topic === null ? [] : [[topic.id, topic.name] as const])),
  );
  if (topics.size === 0) return null;
  return (
    <div className="message-labels">
      {[...topics].map(([id, name]) => (
        <Link
          key={id}
          to="/topics/$id"
          params={{ id: String(id) }}
          search={carrySearch}
          className="label"
          onMouseEnter={() => props.onLight(id)}
          onMouseLeave={() => props.onLight(undefined)}
          onFocus={() => props.onLight(id)}
          onBlur={() => props.onLight(undefined)}
        >
          <span className="key-dot" style={{ background: colourOf(id) }} />
          {name}
        </Link>
      ))}
    </div>
  );
}
