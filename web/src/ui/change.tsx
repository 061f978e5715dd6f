import { IconArrowDownRight, IconArrowUpRight, IconMinus } from "@tabler/icons-react";
import { formatChange } from "./format.ts";

/** A change as arrow, percentage and base: "↗ +38 %, 41 → 57". Grey where it is within what chance gives. */
export function Change(props: {
  readonly now: number | null;
  readonly before: number | null;
  readonly isNoise: boolean;
  readonly format: (value: number) => string;
  /** Without the base, where space is short; it stays in the hint. */
  readonly isShort?: boolean;
}) {
  const { now, before, format } = props;
  if (now === null || before === null) return null;
  const base = `${format(before)} → ${format(now)}`;
  const words = before === 0 ? (now === 0 ? "no change" : "new") : formatChange(now / before - 1);
  const Arrow = now === before ? IconMinus : now > before ? IconArrowUpRight : IconArrowDownRight;
  const hint = props.isNoise ? `${base}; within what chance gives` : base;
  return (
    <span className={props.isNoise ? "change change-noise number" : "change number"} title={hint}>
      <Arrow size={14} aria-hidden />
      {words}
      {!props.isShort && <span className="muted">, {base}</span>}
      {props.isNoise && <span className="visually-hidden"> (within chance)</span>}
    </span>
  );
}
