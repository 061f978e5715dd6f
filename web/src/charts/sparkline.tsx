import { condense, sparklinePath } from "./sparkline-path.ts";

/** A small line of counts from zero, without axes. Decoration beside numbers that stand in words. */
export function Sparkline(props: {
  readonly values: readonly number[];
  readonly colour: string;
  readonly width?: number;
  readonly height?: number;
  /** The last value is of a bucket that still runs. */
  readonly isLastPartial?: boolean;
}) {
  const { width = 96, height = 24 } = props;
  const { values, isLastPartial } = condense(props.values, props.isLastPartial ?? false);
  const { whole, running, end } = sparklinePath(values, width, height, isLastPartial);
  return (
    <svg
      className="sparkline"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      <path d={whole} fill="none" stroke={props.colour} strokeWidth={1.5} strokeLinejoin="round" />
      {running !== "" && (
        <path d={running} fill="none" stroke={props.colour} strokeWidth={1.5} strokeDasharray="2 2" />
      )}
      {end && <circle cx={end[0]} cy={end[1]} r={2} fill={props.colour} />}
    </svg>
  );
}
