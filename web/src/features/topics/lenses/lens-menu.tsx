// The lens that topics are looked at through: choosing one, turning one off, and adding one of one's own.
import { Button, Menu } from "@mantine/core";
import {
  IconCheck,
  IconChevronDown,
  IconPlus,
  IconPower,
  IconTrash,
  IconZoomScan,
} from "@tabler/icons-react";
import { useState } from "react";
import type { Lens } from "../../../../../src/contract/lenses.ts";
import { findLens } from "../../../../../src/core/lens.ts";
import { useMay } from "../../../api/hooks.ts";
import { isAwaited, useLenses, useLensId } from "../../../api/topic-hooks.ts";
import { useView } from "../../../app/use-view.ts";
import { formatCount } from "../../../ui/format.ts";
import { LensDialog } from "./lens-dialog.tsx";
import { useLensActions } from "./use-lens-actions.ts";

export function LensMenu() {
  const { data } = useLenses();
  const id = useLensId();
  const { set } = useView();
  const mayChange = useMay("write");
  const [isAdding, setAdding] = useState(false);
  const { turn, remove } = useLensActions();
  const lenses = data?.lenses ?? [];
  const own = lenses.find((lens) => lens.id === id);
  const name = own?.name ?? findLens(id)?.name ?? id;
  const choose = (lens: Pick<Lens, "id" | "isDefault">) =>
    set({ lens: lens.isDefault ? undefined : lens.id, granularity: undefined, reason: undefined });
  return (
    <>
      <Menu position="bottom-start" withinPortal>
        <Menu.Target>
          <Button
            variant="default"
            size="xs"
            className="lens-button"
            leftSection={<IconZoomScan size={14} aria-hidden />}
            rightSection={<IconChevronDown size={14} aria-hidden />}
            aria-label={`Lens: ${name}`}
          >
            {name}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>Find topics in</Menu.Label>
          {lenses.map((lens) => (
            <Menu.Item
              key={lens.id}
              onClick={() => choose(lens)}
              rightSection={lens.id === id ? <IconCheck size={14} aria-label="chosen" /> : undefined}
            >
              <span className="lens-item">
                <span>
                  {lens.name} <span className="small muted number">{stateWords(lens)}</span>
                </span>
                <span className="small muted">{lens.summary}</span>
              </span>
            </Menu.Item>
          ))}
          {mayChange && (
            <>
              <Menu.Divider />
              <Menu.Item leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setAdding(true)}>
                Add a lens…
              </Menu.Item>
              {own && !own.isDefault && own.on && (
                <Menu.Item
                  leftSection={<IconPower size={14} aria-hidden />}
                  onClick={() => turn.mutate({ id: own.id, on: false })}
                >
                  Stop keeping {own.name} up to date
                </Menu.Item>
              )}
              {own && !own.builtIn && (
                <Menu.Item
                  leftSection={<IconTrash size={14} aria-hidden />}
                  onClick={() => remove.mutate(own.id, { onSuccess: () => set({ lens: undefined }) })}
                >
                  Delete {own.name} with its topics
                </Menu.Item>
              )}
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {isAdding && (
        <LensDialog
          onClose={() => setAdding(false)}
          onSaved={(saved) => {
            setAdding(false);
            choose({ id: saved, isDefault: false });
          }}
        />
      )}
    </>
  );
}

function stateWords(lens: Lens): string {
  if (isAwaited(lens)) return "being found";
  if (lens.discoveredAt === null) return "not looked for";
  const topics = `${formatCount(lens.topics)} topics`;
  return lens.on ? topics : `${topics}, not kept up to date`;
}
