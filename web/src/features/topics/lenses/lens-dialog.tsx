// Adds a lens: who speaks, and what an utterance must be to count. How much it lets through shows while it is filled in.
import {
  Button,
  Checkbox,
  Modal,
  MultiSelect,
  NumberInput,
  SegmentedControl,
  TextInput,
} from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ACTS, ROLES } from "../../../../../src/core/domain.ts";
import { client } from "../../../api/client.ts";
import { describeError } from "../../../api/problem.ts";
import { useLenses } from "../../../api/topic-hooks.ts";
import { LensAmount } from "./lens-amount.tsx";
import { definitionOf, EMPTY_DRAFT, type LensDefinition, type LensDraft, ruleOf } from "./lens-draft.ts";

const SETTLED_MS = 400;
const ROLE_WORDS = { customer: "customers", bot: "bots", agent: "agents", system: "the system" } as const;

export function LensDialog(props: { readonly onClose: () => void; readonly onSaved: (id: string) => void }) {
  const [draft, setDraft] = useState<LensDraft>(EMPTY_DRAFT);
  const change = (part: Partial<LensDraft>) => setDraft({ ...draft, ...part });
  const { data } = useLenses();
  const definition = definitionOf(
    draft,
    (data?.lenses ?? []).map(({ id }) => id),
  );
  const cache = useQueryClient();
  const save = useMutation({
    mutationFn: (body: LensDefinition) => client.call("postLens", { body }),
    onSuccess: async ({ lens }) => {
      await cache.invalidateQueries({ queryKey: ["topics", "lenses"] });
      props.onSaved(lens.id);
    },
  });
  return (
    <Modal opened onClose={props.onClose} title="Add a lens" closeButtonProps={{ "aria-label": "Close" }}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (definition !== undefined) save.mutate(definition);
        }}
      >
        <TextInput
          label="Name"
          placeholder="Praise"
          maxLength={60}
          data-autofocus
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <Checkbox.Group
          label="What is said by"
          value={[...draft.roles]}
          onChange={(roles) => change({ roles: ROLES.filter((role) => roles.includes(role)) })}
        >
          <div className="row wrap">
            {ROLES.filter((role) => role !== "system").map((role) => (
              <Checkbox key={role} value={role} label={ROLE_WORDS[role]} />
            ))}
          </div>
        </Checkbox.Group>
        <MultiSelect
          label="And is one of"
          placeholder={draft.acts.length === 0 ? "anything" : ""}
          data={[...ACTS]}
          value={[...draft.acts]}
          onChange={(acts) => change({ acts: ACTS.filter((act) => acts.includes(act)) })}
          clearButtonProps={{ "aria-label": "Clear" }}
          comboboxProps={{ withinPortal: true }}
        />
        <div>
          <span className="small" id="lens-mood">
            In a mood that is
          </span>
          <div>
            <SegmentedControl
              size="xs"
              aria-labelledby="lens-mood"
              value={draft.mood}
              data={[
                { value: "any", label: "any" },
                { value: "bad", label: "clearly bad" },
                { value: "good", label: "clearly good" },
              ]}
              onChange={(mood) => change({ mood: mood === "bad" || mood === "good" ? mood : "any" })}
            />
          </div>
        </div>
        <Checkbox
          label="Says what the customer wants"
          checked={draft.bearsIntent}
          onChange={(event) => change({ bearsIntent: event.currentTarget.checked })}
        />
        <Checkbox
          label="Was not answered: nobody spoke after it, or the customer then complained or said it again"
          checked={draft.isUnanswered}
          onChange={(event) => change({ isUnanswered: event.currentTarget.checked })}
        />
        <NumberInput
          label="Words, at least"
          min={1}
          max={100}
          value={draft.wordsAtLeast}
          onChange={(words) => change({ wordsAtLeast: typeof words === "number" ? words : 1 })}
        />
        <Amount draft={draft} />
        {save.isError && (
          <p role="alert" className="small">
            {describeError(save.error).title}
          </p>
        )}
        <div className="row dialog-foot">
          <Button type="submit" disabled={definition === undefined} loading={save.isPending}>
            Add and find its topics
          </Button>
          <Button variant="default" onClick={props.onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function Amount(props: { readonly draft: LensDraft }) {
  const [draft] = useDebouncedValue(props.draft, SETTLED_MS);
  const body = ruleOf(draft);
  const answer = useQuery({
    queryKey: ["topics", "lens-amount", body],
    queryFn: ({ signal }) => client.call("measureLens", { body }, { signal }),
    enabled: body.roles.length > 0,
    placeholderData: keepPreviousData,
  });
  return <LensAmount answer={answer} />;
}
