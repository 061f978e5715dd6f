import type { Filter } from "../../../../src/query/filter.ts";
import { useMeasures } from "../../api/hooks.ts";
import { useGrain, useSlice } from "../../app/use-view.ts";
import type { ChartStyle } from "../../charts/chart-style.ts";
import { intervalLineOption } from "../../charts/interval-line.ts";
import { TimePanel } from "../../charts/time-panel.tsx";
import type { TimeSeries } from "../../charts/time-series.ts";
import { formatCount, formatShare, plural } from "../../ui/format.ts";
import { SentimentBar } from "./sentiment-bar.tsx";

const NAME = "Negative conversations";
/** Under this many conversations a share over time would be mostly chance. */
const FEWEST = 20;

function tooFewWords(n: number): string | undefined {
  if (n === 0) return "No conversation here has been read for its sentiment yet.";
  return n < FEWEST
    ? `Only ${plural(n, "conversation")} here have a sentiment: too few for a share over time.`
    : undefined;
}

const NEGATIVE: Filter = { op: "in", field: "sentiment", values: ["negative"] };

function draw(series: TimeSeries, style: ChartStyle): object {
  return intervalLineOption(series, style, {
    name: NAME,
    colour: style.palette.diverging[0],
    format: (value) => formatShare(value),
  });
}

/** The share of negative conversations over time, with what it rests on, above the split into bands. */
export function SentimentPanel() {
  const { compare: _, ...slice } = useSlice();
  const grain = useGrain();
  const answer = useMeasures({ ...slice, measures: ["share_negative"], dimensions: ["time"], grain });
  const n = answer.data?.total.measures["share_negative"]?.n ?? 0;
  return (
    <TimePanel
      id="sentiment"
      title="Share of negative conversations"
      grain={grain}
      note={() => `N = ${formatCount(n)} with a sentiment; the band is the 95 % interval`}
      answer={answer}
      measure="share_negative"
      valueName={NAME}
      draw={draw}
      opens={{ name: NAME, filter: NEGATIVE }}
      empty={tooFewWords(n)}
      height={188}
    >
      <SentimentBar />
    </TimePanel>
  );
}
