// The wording grammar: `{a|b|}` chooses one alternative (they nest, and one may be empty), `<name>` stands for a slot or a
// shared phrase. A rendered text is a list of segments, so that marked values keep their exact place whatever happens to
// the words around them afterwards.
import type { RedactionType } from "../core/redaction-tag.ts";
import type { Random } from "./random.ts";

/** Things that look personal and are not: redaction should leave them alone. */
export type DecoyType =
  | "order"
  | "tracking"
  | "ticket"
  | "serial"
  | "card-tail"
  | "amount"
  | "handle"
  | "code"
  | "bot-name"
  | "company-mail";

export type Mark =
  | { readonly kind: "personal"; readonly type: RedactionType }
  | { readonly kind: "decoy"; readonly type: DecoyType };

/** A stretch of text. Marked segments are never misspelt. */
export type Segment = { readonly text: string; readonly mark?: Mark };

/** A slot's value: a segment as it is, or a template that is expanded in its place. */
export type SlotValue = Segment | string;

export type Slots = (name: string) => SlotValue;

type Node = string | { readonly options: readonly Node[][] } | { readonly slot: string };

const compiled = new Map<string, Node[]>();

/** Expands a template. Throws a SyntaxError when braces do not match. */
export function render(template: string, random: Random, slots: Slots): Segment[] {
  const segments: Segment[] = [];
  let plain = "";
  const walk = (nodes: readonly Node[], depth: number): void => {
    if (depth > 40) throw new RangeError(`phrases refer to each other without end: ${template}`);
    for (const node of nodes) {
      if (typeof node === "string") {
        plain += node;
      } else if ("options" in node) {
        walk(random.pick(node.options), depth + 1);
      } else {
        const value = slots(node.slot);
        if (typeof value === "string") {
          walk(compile(value), depth + 1);
        } else if (value.mark === undefined) {
          plain += value.text;
        } else {
          if (plain !== "") segments.push({ text: plain });
          plain = "";
          segments.push(value);
        }
      }
    }
  };
  walk(compile(template), 0);
  if (plain !== "") segments.push({ text: plain });
  return segments;
}

/** The names of all slots that a template refers to itself (not through shared phrases). */
export function slotNames(template: string): string[] {
  const names: string[] = [];
  const walk = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      if (typeof node === "string") continue;
      if ("options" in node) node.options.forEach(walk);
      else names.push(node.slot);
    }
  };
  walk(compile(template));
  return names;
}

function compile(template: string): Node[] {
  const known = compiled.get(template);
  if (known !== undefined) return known;
  const parsed = parseSequence(template, 0, false);
  compiled.set(template, parsed.nodes);
  return parsed.nodes;
}

function parseSequence(
  template: string,
  start: number,
  inside: boolean,
): { nodes: Node[]; options: Node[][]; end: number } {
  const options: Node[][] = [];
  let nodes: Node[] = [];
  let plain = "";
  const flush = (): void => {
    if (plain !== "") nodes.push(plain);
    plain = "";
  };
  let at = start;
  while (at < template.length) {
    const sign = template.charAt(at);
    if (sign === "{") {
      flush();
      const inner = parseSequence(template, at + 1, true);
      nodes.push({ options: inner.options });
      at = inner.end;
    } else if (inside && (sign === "|" || sign === "}")) {
      flush();
      options.push(nodes);
      if (sign === "}") return { nodes: [], options, end: at + 1 };
      nodes = [];
      at += 1;
    } else if (sign === "<") {
      flush();
      const close = template.indexOf(">", at);
      if (close < 0) throw new SyntaxError(`a slot is not closed: ${template}`);
      nodes.push({ slot: template.slice(at + 1, close) });
      at = close + 1;
    } else if (sign === "}") {
      throw new SyntaxError(`a brace closes nothing: ${template}`);
    } else {
      plain += sign;
      at += 1;
    }
  }
  if (inside) throw new SyntaxError(`a brace is not closed: ${template}`);
  flush();
  return { nodes, options, end: at };
}
