import { ActionIcon, Tooltip } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { Topic } from "../../../../src/contract/topics.ts";
import { useOpen } from "../../app/use-open.ts";
import { carrySearch } from "../../app/view-state.ts";
import { sentimentBand, topicColour } from "../../charts/colours.ts";
import { Sparkline } from "../../charts/sparkline.tsx";
import { useChartStyle } from "../../charts/use-chart-style.ts";
import { Change } from "../../ui/change.tsx";
import { formatCount, formatScore, formatShare } from "../../ui/format.ts";
import { RedactedText } from "../../ui/redacted-text.tsx";
import { RenameField } from "./rename-field.tsx";

export function TopicRow(props: {
  readonly topic: Topic;
  readonly index: number;
  readonly isCurrent: boolean;
  readonly isLastPartial: boolean;
  readonly isRenaming: boolean;
  readonly onRename: (isOn: boolean) => void;
}) {
  const { topic } = props;
  const { palette } = useChartStyle();
  const open = useOpen();
  const colour = topicColour(topic.id, palette);
  return (
    <tr data-topic-row={props.index} aria-current={props.isCurrent || undefined}>
      <td>
        <div className="topic-cell">
          <span className="key-dot" style={{ background: colour }} />
          <div className="topic-name">
            {props.isRenaming ? (
              <RenameField topic={topic} onDone={() => props.onRename(false)} />
            ) : (
              <span className="row">
                <Link
                  to="/topics/$id"
                  params={{ id: String(topic.id) }}
                  search={carrySearch}
                  className="topic-link"
                >
                  {topic.name}
                </Link>
                <Tooltip label="Rename · e">
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size={20}
                    className="topic-pencil"
                    aria-label={`Rename ${topic.name}`}
                    onClick={() => props.onRename(true)}
                  >
                    <IconPencil size={14} />
                  </ActionIcon>
                </Tooltip>
              </span>
            )}
            <span className="small muted topic-phrases">{topic.phrases.slice(0, 4).join(" · ")}</span>
          </div>
        </div>
      </td>
      <td className="number">
        <button
          type="button"
          className="opens"
          onClick={() => open(topic.name, { op: "in", field: "topic", values: [topic.id] })}
        >
          {formatCount(topic.conversations)}
        </button>
      </td>
      <td
        className="number wide-only"
        title={`95 % interval ${formatShare(topic.share.low)} to ${formatShare(topic.share.high)}`}
      >
        {formatShare(topic.share.value)}
      </td>
      <td className="wide-only">
        {topic.previous && (
          <Change
            now={topic.conversations}
            before={topic.previous.conversations}
            isNoise={topic.previous.isNoise}
            kind="count"
          />
        )}
      </td>
      <td className="wide-only nowrap number">
        <span className="sentiment-dot" data-band={sentimentBand(topic.sentiment.value)} />{" "}
        {formatScore(topic.sentiment.value)}
      </td>
      <td>
        <Sparkline values={topic.sparkline} colour={colour} isLastPartial={props.isLastPartial} />
      </td>
      <td className="widest-only topic-quote muted">
        {topic.quotes[0] && (
          <q>
            <RedactedText text={topic.quotes[0].text} />
          </q>
        )}
      </td>
    </tr>
  );
}
