import { useMeasures } from "../../api/hooks.ts";
import { useOpen } from "../../app/use-open.ts";
import { useSlice } from "../../app/use-view.ts";
import { sentimentColour } from "../../charts/colours.ts";
import { useChartStyle } from "../../charts/use-chart-style.ts";
import { formatCount, formatShare } from "../../ui/format.ts";

const BANDS = ["negative", "neutral", "positive", "unknown"] as const;

/** All conversations split into bands of sentiment, from orange to blue; each part opens. */
export function SentimentBar() {
  const { compare: _, ...slice } = useSlice();
  const { data } = useMeasures({ ...slice, measures: ["conversations"], dimensions: ["sentiment"] });
  const { palette } = useChartStyle();
  const open = useOpen();
  if (data === undefined) return null;
  const counts = BANDS.map((band) => ({
    band,
    count:
      data.rows.find((row) => row.dimensions["sentiment"] === band)?.measures["conversations"]?.value ?? 0,
  })).filter(({ count }) => count > 0);
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className="split-bar">
      <div className="split-bar-track" aria-hidden>
        {counts.map(({ band, count }) => (
          <span key={band} style={{ flexGrow: count, background: sentimentColour(band, palette) }} />
        ))}
      </div>
      <div className="chart-keys">
        {counts.map(({ band, count }) => (
          <button
            type="button"
            className="opens"
            key={band}
            onClick={() => open(`Sentiment ${band}`, { op: "in", field: "sentiment", values: [band] })}
          >
            <span className="key-dot" style={{ background: sentimentColour(band, palette) }} />
            {band} {formatShare(count / all)} <span className="muted number">{formatCount(count)}</span>
          </button>
        ))}
      </div>
    </div>
  );
}
