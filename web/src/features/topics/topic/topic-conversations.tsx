import type { Topic } from "../../../../../src/contract/topics.ts";
import type { Filter } from "../../../../../src/query/filter.ts";
import { useOpen } from "../../../app/use-open.ts";
import { useSlice, useView } from "../../../app/use-view.ts";
import { allOf } from "../../../app/view-state.ts";
import { plural } from "../../../ui/format.ts";
import { ConversationList } from "../../conversations/conversation-list.tsx";
import { useListHead } from "../../conversations/use-rows.ts";

/** The conversations that have the topic; one of them opens in the drawer. */
export function TopicConversations(props: { readonly topic: Topic }) {
  const { topic } = props;
  const { time, filter } = useSlice();
  const { set } = useView();
  const open = useOpen();
  const own: Filter = { op: "in", field: "topic", values: [topic.id] };
  const whole = allOf(filter, own) ?? own;
  const search = { time, filter: whole };
  const head = useListHead(search);
  return (
    <section className="panel panel-table topic-conversations" aria-label="Its conversations">
      <div className="row panel-table-head">
        <h2>Its conversations</h2>
        {head.data && (
          <button type="button" className="opens small number" onClick={() => open(topic.name, own)}>
            {plural(head.data.total, "conversation")}
          </button>
        )}
      </div>
      <ConversationList
        search={search}
        head={head}
        openId={undefined}
        onOpen={(id) => set({ drawer: { title: topic.name, time, filter: whole, conversation: id } })}
        hasKeys={false}
        label="Its conversations"
      />
    </section>
  );
}
