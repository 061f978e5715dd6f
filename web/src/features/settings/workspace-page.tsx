// What the workspace is called and how its numbers are cut.
import { Autocomplete, Button, NativeSelect, NumberInput, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { client } from "../../api/client.ts";
import { useMay, useWorkspace } from "../../api/hooks.ts";
import { fieldsOf } from "../../ui/fields-of.ts";
import { Refusal } from "../../ui/refusal.tsx";
import { SettingsFrame } from "./settings-frame.tsx";

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

export function WorkspacePage() {
  const workspace = useWorkspace();
  const cache = useQueryClient();
  const isFixed = !useMay("admin");
  const save = useMutation({
    mutationFn: (body: {
      readonly name: string;
      readonly timeZone: string;
      readonly weekStart: number;
      readonly smallestGroup: number;
    }) => client.call("patchWorkspace", { body }),
    onSuccess: async () => {
      // Days, weeks and what is withheld change with it.
      await cache.invalidateQueries();
      notifications.show({ message: "Saved." });
    },
  });
  return (
    <SettingsFrame tab="Workspace" answers="What the workspace is called and how its numbers are cut.">
      <form
        className="panel settings-form"
        onSubmit={(event) => {
          const field = fieldsOf(event);
          save.mutate({
            name: field("name"),
            timeZone: field("timeZone"),
            weekStart: Number(field("weekStart")),
            smallestGroup: Number(field("smallestGroup")),
          });
        }}
      >
        <TextInput
          name="name"
          label="Name"
          defaultValue={workspace.name}
          required
          maxLength={100}
          disabled={isFixed}
        />
        <Autocomplete
          name="timeZone"
          label="Time zone"
          description="Days and weeks begin by its clock, and times are shown in it"
          data={Intl.supportedValuesOf("timeZone")}
          limit={30}
          defaultValue={workspace.timeZone}
          required
          disabled={isFixed}
        />
        <NativeSelect
          name="weekStart"
          label="A week begins on"
          data={WEEKDAYS.map((label, index) => ({ label, value: String(index + 1) }))}
          defaultValue={String(workspace.weekStart)}
          disabled={isFixed}
        />
        <NumberInput
          name="smallestGroup"
          label="Smallest group"
          description="What fewer customers than this say is withheld from breakdowns and topics, so that nobody is singled out. 1 withholds nothing"
          defaultValue={workspace.smallestGroup}
          min={1}
          max={100}
          allowDecimal={false}
          required
          disabled={isFixed}
        />
        <Refusal error={save.error} />
        {isFixed ? (
          <p className="small muted">Administrators can change this.</p>
        ) : (
          <div>
            <Button type="submit" size="sm" loading={save.isPending}>
              Save
            </Button>
          </div>
        )}
      </form>
      <p className="small muted">Parlance {workspace.version}</p>
    </SettingsFrame>
  );
}
