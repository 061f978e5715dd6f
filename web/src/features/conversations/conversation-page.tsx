import { Link, useParams } from "@tanstack/react-router";
import { keepSearch } from "../../app/view-state.ts";
import { Page } from "../../ui/page.tsx";
import { Thread } from "./thread.tsx";

/** One conversation at an address of its own, to send to somebody. */
export function ConversationPage() {
  const { id = "" } = useParams({ strict: false });
  return (
    <Page
      fill
      title="Conversation"
      answers={
        <Link to="/conversations" search={keepSearch}>
          All conversations
        </Link>
      }
    >
      <div className="panel split-list">
        <Thread id={id} />
      </div>
    </Page>
  );
}
