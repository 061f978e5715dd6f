import { IconArrowDownRight, IconArrowUpRight, IconMinus } from "@tabler/icons-react";
import { changeWords, formatFineShare } from "./change-words.ts";
import { formatCount } from "./format.ts";

/** A change as arrow, amount and base: "↗ +38 % 41 → 57". Grey where it is within what chance gives. */
export function Change(props: {
  readonly now: number | null;
  readonly before: number | null;
  readonly isNoise: boolean;
  readonly kind: "count" | "share";
  /** Without the base, where space is short; it stays in the hint. */
  readonly isShort?: boolean;
}) {
  const { now, before, kind } = props;
  if (now === null || before === null) return null;
  const format = kind === "count" ? formatCount : formatFineShare;
  const base = `${format(before)} → ${format(now)}`;
  const Arrow = now === before ? IconMinus : now > before ? IconArrowUpRight : IconArrowDownRight;
  return (
    <span
      className={props.isNoise ? "change change-noise number" : "change number"}
      title={props.isNoise ? `${base}; within what chance gives` : base}
    >
      <Arrow size={14} aria-hidden />
      {changeWords(now, before, kind)}
      {!props.isShort && <span className="muted change-base">{base}</span>}
      {props.isNoise && <span className="visually-hidden"> (within chance)</span>}
    </span>
  );
}
