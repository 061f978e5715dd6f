// What happens to personal data of texts that come in from now on, and which names are the company's own.
import { Button, NativeSelect, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { type UseMutationResult, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ClientInput } from "../../../../src/contract/client.ts";
import type { Redaction } from "../../../../src/contract/redaction.ts";
import { REDACTION_ACTIONS } from "../../../../src/core/redaction-policy.ts";
import { client } from "../../api/client.ts";
import { useMay } from "../../api/hooks.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { fieldsOf } from "../../ui/fields-of.ts";
import { Refusal } from "../../ui/refusal.tsx";
import { ACTION_WORDS, readNames, TYPE_WORDS } from "./redaction-words.ts";
import { SettingsFrame } from "./settings-frame.tsx";

type Change = ClientInput<"patchRedaction">["body"];
type Save = UseMutationResult<Redaction, Error, Change>;

export function RedactionPage() {
  const cache = useQueryClient();
  const redaction = useQuery({
    queryKey: ["redaction"],
    queryFn: ({ signal }) => client.call("getRedaction", {}, { signal }),
  });
  const save = useMutation({
    mutationFn: (body: Change) => client.call("patchRedaction", { body }),
    onSuccess: (next) => {
      cache.setQueryData(["redaction"], next);
      notifications.show({ message: "Saved. It holds for what comes in from now on." });
    },
  });
  return (
    <SettingsFrame tab="Personal data" answers="What happens to personal data before anything is stored.">
      <div className="panel settings-note">
        <p>
          A change holds for what comes in from now on. Texts that are stored stay as they are: the original
          was never kept, so nothing can be brought back from them.
        </p>
        <p>
          To apply a change to them, import the same files again into the same source: messages that now read
          differently take the place of the old ones, and are labelled anew.
        </p>
      </div>
      {redaction.isError && <ErrorState error={redaction.error} onRetry={() => void redaction.refetch()} />}
      {redaction.data && (
        <>
          <Types
            title="Personal data"
            note="Masked shows the type alone, as [EMAIL]. A pseudonym tells one value from another, as [PERSON:k3x7q2ab], the same in the whole workspace, and cannot be turned back."
            types={redaction.data.types.filter(({ kind }) => kind === "personal")}
            save={save}
          />
          <Types
            title="Context"
            note="Points to a person only together with other things. Conversations are mined for it, so it is kept unless you decide otherwise."
            types={redaction.data.types.filter(({ kind }) => kind === "context")}
            save={save}
          />
          <OwnNames names={redaction.data.ownNames} save={save} />
        </>
      )}
    </SettingsFrame>
  );
}

function Types(props: {
  readonly title: string;
  readonly note: string;
  readonly types: Redaction["types"];
  readonly save: Save;
}) {
  const isFixed = !useMay("admin");
  return (
    <section className="panel stack" aria-label={props.title}>
      <div>
        <h2>{props.title}</h2>
        <p className="small muted settings-note">{props.note}</p>
      </div>
      <div className="types">
        {props.types.map(({ type, action, usual }) => (
          <div key={type} className="type-row">
            <div>
              {TYPE_WORDS[type]}{" "}
              <span className="small muted">
                {type}
                {action !== usual && `, usually ${ACTION_WORDS[usual].toLowerCase()}`}
              </span>
            </div>
            <NativeSelect
              size="xs"
              aria-label={TYPE_WORDS[type]}
              data={REDACTION_ACTIONS.map((value) => ({ value, label: ACTION_WORDS[value] }))}
              value={action}
              disabled={isFixed || props.save.isPending}
              onChange={(event) => {
                const wanted = REDACTION_ACTIONS.find((known) => known === event.currentTarget.value);
                if (wanted) props.save.mutate({ actions: { [type]: wanted } });
              }}
            />
          </div>
        ))}
      </div>
    </section>
  );
}

function OwnNames(props: { readonly names: readonly string[]; readonly save: Save }) {
  const isFixed = !useMay("admin");
  return (
    <form
      className="panel settings-form"
      onSubmit={(event) => props.save.mutate({ ownNames: readNames(fieldsOf(event)("ownNames")) })}
    >
      <Textarea
        name="ownNames"
        label="Own names"
        description="The company, its brands and its products, one a line. They are no personal data: the tagger never takes them for people or addresses"
        defaultValue={props.names.join("\n")}
        autosize
        minRows={3}
        maxRows={12}
        disabled={isFixed}
      />
      <Refusal error={props.save.error} />
      {!isFixed && (
        <div>
          <Button type="submit" size="sm" loading={props.save.isPending}>
            Save names
          </Button>
        </div>
      )}
    </form>
  );
}
