// What is proposed: groups that emerge among what belongs to no topic, and a new run when it is worth its time.
import { Button, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { TopicProposal } from "../../../../../src/contract/topic-changes.ts";
import { client } from "../../../api/client.ts";
import { useMay } from "../../../api/hooks.ts";
import { describeError } from "../../../api/problem.ts";
import { useProposals } from "../../../api/topic-hooks.ts";
import { plural } from "../../../ui/format.ts";
import { QuoteView } from "../topic/quotes.tsx";

const QUOTES = 3;

const FIRST = 3;

export function Proposals() {
  const { data } = useProposals();
  const [isWhole, setWhole] = useState(false);
  const all = data?.proposals ?? [];
  if (all.length === 0) return null;
  return (
    <section aria-label="Proposals" className="stack">
      <div className="proposals">
        {all.slice(0, isWhole ? all.length : FIRST).map((proposal) => (
          <Proposal key={proposal.id} proposal={proposal} />
        ))}
      </div>
      {!isWhole && all.length > FIRST && (
        <div>
          <Button variant="default" onClick={() => setWhole(true)}>
            Show {plural(all.length - FIRST, "more proposal", "more proposals")}
          </Button>
        </div>
      )}
    </section>
  );
}

function Proposal(props: { readonly proposal: TopicProposal }) {
  const { proposal } = props;
  const [name, setName] = useState(proposal.name);
  const { accept, dismiss } = useAnswers(proposal);
  const mayEdit = useMay("write");
  const isEmerging = proposal.kind === "emerging";
  const isBusy = accept.isPending || dismiss.isPending;
  return (
    <article className="panel proposal" aria-label={isEmerging ? proposal.name : "A new run"}>
      <h2>{isEmerging ? `Emerging: ${proposal.name}` : "A new run is worth its time"}</h2>
      <p className="small">{proposal.reason}</p>
      {isEmerging && (
        <>
          <p className="small muted">
            {proposal.phrases.slice(0, 6).join(" · ")}
            {proposal.parent && `. It would stand under ${proposal.parent.name}`}
          </p>
          <ul className="quotes">
            {proposal.quotes.slice(0, QUOTES).map((quote) => (
              <li key={quote.utteranceId}>
                <QuoteView quote={quote} />
              </li>
            ))}
          </ul>
        </>
      )}
      {mayEdit && (
        <form
          className="row proposal-foot"
          onSubmit={(event) => {
            event.preventDefault();
            accept.mutate(name.trim());
          }}
        >
          {isEmerging && (
            <TextInput
              size="xs"
              className="proposal-name"
              aria-label="Name of the topic"
              maxLength={120}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          )}
          <Button type="submit" disabled={isBusy || (isEmerging && name.trim() === "")}>
            {isEmerging ? "Make it a topic" : "Start the run"}
          </Button>
          <Button variant="default" disabled={isBusy} onClick={() => dismiss.mutate()}>
            Dismiss
          </Button>
        </form>
      )}
    </article>
  );
}

function useAnswers(proposal: TopicProposal) {
  const cache = useQueryClient();
  const params = { id: proposal.id };
  const onSettled = () => cache.invalidateQueries({ queryKey: ["topics"] });
  const onError = (error: unknown) =>
    notifications.show({
      color: "orange",
      title: describeError(error).title,
      message: describeError(error).advice,
    });
  return {
    accept: useMutation({
      mutationFn: (name: string) =>
        client.call("acceptProposal", {
          params,
          body: name === "" || name === proposal.name ? {} : { name },
        }),
      onSettled,
      onError,
    }),
    dismiss: useMutation({
      mutationFn: () => client.call("dismissProposal", { params }),
      onSettled,
      onError,
    }),
  };
}
