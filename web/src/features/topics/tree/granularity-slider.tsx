import { Button, Slider } from "@mantine/core";
import { useState } from "react";
import type { TopicTreeAnswer } from "../../../api/topic-hooks.ts";
import { formatCount, plural } from "../../../ui/format.ts";
import { countAt, PLACES, placeOf } from "./granularity-scale.ts";

/** Cuts the tree into fewer or more topics. While it is dragged the tree follows; nothing is computed anew. */
export function GranularitySlider(props: {
  readonly granularity: TopicTreeAnswer["granularity"];
  /** How many are asked for; undefined is the tree as it stands. */
  readonly asked: number | undefined;
  readonly onChange: (count: number | undefined) => void;
}) {
  const { least, most, groups, topics } = props.granularity;
  const [dragged, setDragged] = useState<number>();
  if (most < 2 || most <= least) return null;
  const bounds = { least: Math.max(1, least), most };
  const shown = dragged ?? placeOf(props.asked ?? topics, bounds);
  const words = (place: number) => plural(countAt(place, bounds), "topic");
  return (
    <div className="granularity">
      <span className="small muted nowrap" id="granularity-label">
        Granularity
      </span>
      <Slider
        className="granularity-slider"
        size="sm"
        min={0}
        max={PLACES}
        value={shown}
        label={words}
        thumbLabel="Granularity: how many topics"
        thumbProps={{ "aria-valuetext": words(shown) }}
        marks={[groups, topics]
          .filter((count) => count > 0)
          .map((count) => ({ value: placeOf(count, bounds) }))}
        onChange={(place) => {
          setDragged(place);
          props.onChange(countAt(place, bounds));
        }}
        onChangeEnd={() => setDragged(undefined)}
      />
      <span className="small number nowrap granularity-count">
        {props.asked === undefined ? `${formatCount(topics)} as found` : plural(props.asked, "topic")}
      </span>
      {props.asked !== undefined && (
        <Button variant="subtle" onClick={() => props.onChange(undefined)}>
          As found
        </Button>
      )}
    </div>
  );
}
