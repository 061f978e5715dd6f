import { Button, Popover, Switch, TextInput } from "@mantine/core";
import { IconCalendar, IconCheck, IconChevronDown } from "@tabler/icons-react";
import { useState } from "react";
import { useWorkspace } from "../../api/hooks.ts";
import { RECENT } from "../../app/default-time.ts";
import { useSlice, useView } from "../../app/use-view.ts";
import { addDays, timeWords } from "./time-words.ts";

const CHOICES = ["last 7 days", RECENT, "last 12 weeks", "last 12 months", "all"];

/** Chooses the stretch of time, and whether the stretch before is compared. */
export function TimePicker() {
  const [isOpen, setOpen] = useState(false);
  const { state, set } = useView();
  const { time } = useSlice();
  const { timeZone } = useWorkspace();
  const choose = (next: string) => {
    set({ time: next });
    setOpen(false);
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus withinPortal>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconCalendar size={14} />}
          rightSection={<IconChevronDown size={12} />}
          onClick={() => setOpen(!isOpen)}
          aria-label={`Time: ${timeWords(time)}`}
        >
          {timeWords(time)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className="time-picker">
        {CHOICES.map((choice) => (
          <button
            type="button"
            key={choice}
            className="menu-item"
            aria-pressed={choice === time}
            onClick={() => choose(choice)}
          >
            {timeWords(choice)}
            {choice === time && <IconCheck size={14} className="push" aria-hidden />}
          </button>
        ))}
        <BetweenDays time={time} onChoose={choose} />
        <Switch
          size="xs"
          mt="sm"
          label="Compare with the stretch before"
          disabled={time === "all"}
          checked={state.compare !== "none" && time !== "all"}
          onChange={(event) => set({ compare: event.currentTarget.checked ? undefined : "none" })}
        />
        <p className="small muted time-zone">Days are cut in {timeZone}.</p>
      </Popover.Dropdown>
    </Popover>
  );
}

function BetweenDays(props: { readonly time: string; readonly onChoose: (time: string) => void }) {
  const { firstDay, lastDay } = useWorkspace();
  const given = /^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})$/.exec(props.time);
  const [from, setFrom] = useState(given?.[1] ?? firstDay ?? "");
  const [last, setLast] = useState(given?.[2] === undefined ? (lastDay ?? "") : addDays(given[2], -1));
  const isValid = from !== "" && last !== "" && from <= last;
  return (
    <form
      className="between-days"
      onSubmit={(event) => {
        event.preventDefault();
        if (isValid) props.onChoose(`${from}/${addDays(last, 1)}`);
      }}
    >
      <TextInput
        size="xs"
        type="date"
        label="From"
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      <TextInput
        size="xs"
        type="date"
        label="To, included"
        value={last}
        onChange={(event) => setLast(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={!isValid}>
        Set
      </Button>
    </form>
  );
}
