import { ActionIcon } from "@mantine/core";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { useState } from "react";
import type { TopicList } from "../../../../src/contract/topics.ts";
import type { Filter } from "../../../../src/query/filter.ts";
import { useOpen } from "../../app/use-open.ts";
import { formatCount, formatShare } from "../../ui/format.ts";

/** A customer's utterance without a topic, one and the same. */
const UNASSIGNED: Filter = {
  op: "same",
  filters: [
    { op: "in", field: "topic", values: [0] },
    { op: "in", field: "role", values: ["customer"] },
  ],
};

/** What belongs to no topic, as a row like the others, with the reasons. */
export function UnassignedRow(props: { readonly unassigned: TopicList["unassigned"] }) {
  const [isOpen, setOpen] = useState(false);
  const open = useOpen();
  const { utterances, share, reasons } = props.unassigned;
  return (
    <>
      <tr className="unassigned">
        <td>
          <div className="topic-cell">
            <span className="key-dot" />
            <div className="topic-name">
              <span className="row">
                No topic
                {reasons.length > 0 && (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size={20}
                    aria-expanded={isOpen}
                    aria-label="Why they have no topic"
                    onClick={() => setOpen(!isOpen)}
                  >
                    {isOpen ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
                  </ActionIcon>
                )}
              </span>
              <span className="small muted">
                Customers' utterances that belong to none; nothing is forced into a topic
              </span>
            </div>
          </div>
        </td>
        <td className="number">
          <button
            type="button"
            className="opens"
            onClick={() => open("Utterances without a topic", UNASSIGNED)}
          >
            {formatCount(utterances)}
          </button>
          <div className="small muted">utterances</div>
        </td>
        <td className="number wide-only" title="Of customers' utterances">
          {formatShare(share.value)}
        </td>
        <td colSpan={4} className="wide-only" />
      </tr>
      {isOpen &&
        reasons.map((reason) => (
          <tr key={reason.reason} className="unassigned">
            <td className="topic-reason">{reason.label}</td>
            <td className="number">{formatCount(reason.utterances)}</td>
            <td className="number wide-only">
              {utterances === 0 ? "–" : formatShare(reason.utterances / utterances)}
            </td>
            <td colSpan={4} className="wide-only" />
          </tr>
        ))}
    </>
  );
}
