// Audiences: filters with a name. Choosing one adds it to the filter; what one filters by now can be saved as one.
import { ActionIcon, Button, Popover, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconTrash, IconUsersGroup } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type SyntheticEvent, useState } from "react";
import type { Audience } from "../../../../src/contract/audiences.ts";
import { client } from "../../api/client.ts";
import { useAudiences, useMay } from "../../api/hooks.ts";
import { describeError } from "../../api/problem.ts";
import { useView } from "../../app/use-view.ts";
import { allOf, topLevel } from "../../app/view-state.ts";

export function AudienceMenu() {
  const [isOpen, setOpen] = useState(false);
  const { state, set } = useView();
  const { data } = useAudiences();
  const choose = (audience: Audience) => {
    const isThere = topLevel(state.filter).some((part) => part.op === "audience" && part.id === audience.id);
    if (!isThere) set({ filter: allOf(state.filter, { op: "audience", id: audience.id }) });
    setOpen(false);
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus withinPortal>
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          c="var(--muted)"
          leftSection={<IconUsersGroup size={14} />}
          onClick={() => setOpen(!isOpen)}
        >
          Audience
        </Button>
      </Popover.Target>
      <Popover.Dropdown className="add-filter">
        {data?.audiences.length === 0 && (
          <p className="small muted">
            No audience yet. Set a filter, such as plan and region, and save it here under a name.
          </p>
        )}
        <div className="add-filter-list">
          {data?.audiences.map((audience) => (
            <AudienceRow key={audience.id} audience={audience} onChoose={choose} />
          ))}
        </div>
        <SaveAudience onSaved={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

function AudienceRow(props: {
  readonly audience: Audience;
  readonly onChoose: (audience: Audience) => void;
}) {
  const { audience } = props;
  const mayChange = useMay("write");
  const cache = useQueryClient();
  const refresh = () => cache.invalidateQueries({ queryKey: ["audiences"] });
  const restore = useMutation({
    mutationFn: () => client.call("postAudience", { body: { name: audience.name, filter: audience.filter } }),
    onSuccess: refresh,
  });
  const remove = useMutation({
    mutationFn: () => client.call("deleteAudience", { params: { id: audience.id } }),
    onSuccess: async () => {
      await refresh();
      notifications.show({
        message: (
          <span className="row">
            Deleted the audience {audience.name}.
            <Button variant="subtle" onClick={() => restore.mutate()}>
              Undo
            </Button>
          </span>
        ),
      });
    },
    onError: (error) =>
      notifications.show({ title: describeError(error).title, message: describeError(error).advice }),
  });
  return (
    <div className="row">
      <button
        type="button"
        className="menu-item"
        title={audience.filterWords}
        onClick={() => props.onChoose(audience)}
      >
        {audience.name}
        <span className="count ellipsis">{audience.filterWords}</span>
      </button>
      {mayChange && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Delete the audience ${audience.name}`}
          onClick={() => remove.mutate()}
        >
          <IconTrash size={14} />
        </ActionIcon>
      )}
    </div>
  );
}

function SaveAudience(props: { readonly onSaved: () => void }) {
  const [name, setName] = useState("");
  const mayChange = useMay("write");
  const { state, set } = useView();
  const cache = useQueryClient();
  const save = useMutation({
    mutationFn: (body: { readonly name: string; readonly filter: Audience["filter"] }) =>
      client.call("postAudience", { body }),
    onSuccess: async (audience) => {
      await cache.invalidateQueries({ queryKey: ["audiences"] });
      set({ filter: { op: "audience", id: audience.id } });
      props.onSaved();
    },
  });
  const { filter } = state;
  if (filter === undefined || !mayChange) return null;
  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    if (name.trim() !== "" && filter !== undefined) save.mutate({ name: name.trim(), filter });
  }
  return (
    <form className="add-filter-foot" onSubmit={submit}>
      <TextInput
        size="xs"
        label="Save the filter as an audience"
        placeholder="Name"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={save.isError ? describeError(save.error).title : undefined}
      />
      <Button type="submit" disabled={name.trim() === ""} loading={save.isPending}>
        Save
      </Button>
    </form>
  );
}
