import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Lens } from "../../../../../src/contract/lenses.ts";
import { client } from "../../../api/client.ts";
import { useMay } from "../../../api/hooks.ts";
import { isAwaited } from "../../../api/topic-hooks.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { LensAmount } from "./lens-amount.tsx";
import { useLensActions } from "./use-lens-actions.ts";

/** A lens without topics: what it is, how much there is to look at, and the way to have them found. */
export function NoLensTopics(props: { readonly lens: Lens }) {
  const { lens } = props;
  const { turn } = useLensActions();
  const mayChange = useMay("write");
  const { roles, any } = lens;
  const amount = useQuery({
    queryKey: ["topics", "lens-amount", { roles, any }],
    queryFn: ({ signal }) => client.call("measureLens", { body: { roles, any } }, { signal }),
  });
  const isEmpty = amount.data?.utterances === 0;
  return (
    <EmptyState
      title={
        isAwaited(lens) ? `Topics of “${lens.name}” are being looked for` : `No topics of “${lens.name}” yet`
      }
      next={
        isAwaited(lens) || isEmpty || !mayChange ? (
          <Link to="/topics" search={{}}>
            See the reasons for contact
          </Link>
        ) : (
          <Button loading={turn.isPending} onClick={() => turn.mutate({ id: lens.id, on: true })}>
            Find its topics
          </Button>
        )
      }
    >
      {lens.summary}{" "}
      {isAwaited(lens) && "They come after the reasons for contact; a dozen wordings at least are needed."}
      <LensAmount answer={amount} />
    </EmptyState>
  );
}
