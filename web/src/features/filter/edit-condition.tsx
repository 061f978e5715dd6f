// Chooses the values of one field, whether they are wanted or not, and whether they must hold for the same utterance as
// another condition.

import { Button, Checkbox, SegmentedControl } from "@mantine/core";
import { IconChevronLeft } from "@tabler/icons-react";
import { type SyntheticEvent, useState } from "react";
import { DEFAULT_LENS } from "../../../../src/core/lens.ts";
import type { Condition, Filter } from "../../../../src/query/filter.ts";
import { useWorkspace } from "../../api/hooks.ts";
import { useAllTopics } from "../../api/topic-hooks.ts";
import { useView } from "../../app/use-view.ts";
import { topLevel } from "../../app/view-state.ts";
import { BoundsEditor, ValueList, WordsEditor } from "./condition-editors.tsx";
import { type Dimension, editorOf, optionsOf } from "./field-options.ts";
import { filterWords } from "./filter-words.ts";
import { useFilterNames, useIsFiner } from "./use-filter-names.ts";

export function EditCondition(props: {
  readonly dimension: Dimension;
  readonly onApply: (filter: Filter, replaces: Filter | undefined) => void;
  readonly onBack: () => void;
}) {
  const { dimension } = props;
  const workspace = useWorkspace();
  const topics = useAllTopics(dimension.type === "topic", DEFAULT_LENS.id);
  const options = optionsOf(dimension, workspace, topics);
  const editor = editorOf(dimension, options);
  const [condition, setCondition] = useState<Condition>();
  const [isWanted, setWanted] = useState(true);
  const [isSame, setSame] = useState(false);
  const partner = usePartner(dimension);
  const names = useFilterNames(partner?.filter);

  function apply(event: SyntheticEvent): void {
    event.preventDefault();
    if (condition === undefined) return;
    if (!isWanted) props.onApply({ op: "not", filter: condition }, undefined);
    else if (isSame && partner)
      props.onApply({ op: "same", filters: [...partner.conditions, condition] }, partner.filter);
    else props.onApply(condition, undefined);
  }

  return (
    <form onSubmit={apply}>
      <button type="button" className="menu-item" onClick={props.onBack}>
        <IconChevronLeft size={14} aria-hidden />
        <strong>{dimension.label}</strong>
      </button>
      <p className="small muted">{dimension.description}</p>
      {editor === "choose" && <ValueList dimension={dimension} options={options} onChange={setCondition} />}
      {editor === "words" && <WordsEditor dimension={dimension} onChange={setCondition} />}
      {editor === "bounds" && <BoundsEditor dimension={dimension} onChange={setCondition} />}
      <div className="add-filter-foot">
        {partner && isWanted && (
          <Checkbox
            size="xs"
            label={`In the same utterance as “${filterWords(partner.filter, names)}”`}
            checked={isSame}
            onChange={(event) => setSame(event.currentTarget.checked)}
          />
        )}
        <div className="row">
          <SegmentedControl
            size="xs"
            aria-label="With or without"
            value={isWanted ? "with" : "without"}
            onChange={(value) => setWanted(value === "with")}
            data={[
              { value: "with", label: "Is" },
              { value: "without", label: "Is not" },
            ]}
          />
          <Button type="submit" className="push" disabled={condition === undefined}>
            Add filter
          </Button>
        </div>
      </div>
    </form>
  );
}

/** A condition of the filter, as fine as an utterance, that a new one may share its utterance with. */
function usePartner(
  dimension: Dimension,
): { readonly filter: Filter; readonly conditions: readonly Condition[] } | undefined {
  const { state } = useView();
  const isFiner = useIsFiner();
  if (dimension.grain !== "utterance" && dimension.grain !== "message") return undefined;
  for (const filter of topLevel(state.filter)) {
    if (filter.op === "same") return { filter, conditions: filter.filters };
    if ("field" in filter && isFiner(filter.field)) return { filter, conditions: [filter] };
  }
  return undefined;
}
