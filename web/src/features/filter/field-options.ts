// Which values a field offers to choose from, from what the workspace and the model know. Pure.

import type { Workspace } from "../../../../src/contract/workspace.ts";
import type { Filter } from "../../../../src/query/filter.ts";

export type Dimension = {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly grain: "conversation" | "message" | "utterance" | "customer";
  readonly type: "text" | "number" | "boolean" | "time" | "topic";
  readonly values: readonly { readonly value: string; readonly label: string }[] | null;
  readonly canFilter: boolean;
};

export type Option = { readonly value: string; readonly label: string; readonly count?: number };

/** How a field is asked for: by choosing values, by words, or by bounds. */
export type Editor = "choose" | "words" | "bounds";

export function editorOf(dimension: Dimension, options: readonly Option[]): Editor {
  const kind = attributeKind(dimension, undefined);
  if (kind === "number" || kind === "time") return "bounds";
  return options.length > 0 ? "choose" : "words";
}

function attributeKind(dimension: Dimension, workspace: Workspace | undefined): Dimension["type"] {
  const attribute = workspace?.attributes.find(({ name }) => dimension.id === `attribute.${name}`);
  return attribute?.kind ?? dimension.type;
}

export function optionsOf(
  dimension: Dimension,
  workspace: Workspace,
  topics: readonly {
    readonly id: number;
    readonly name: string;
    readonly conversations: number;
    readonly level?: string;
  }[],
): readonly Option[] {
  if (dimension.type === "topic") {
    return topics.map(({ id, name, conversations, level }) => ({
      value: String(id),
      label: level === undefined || level === "topic" ? name : `${name} (${level})`,
      count: conversations,
    }));
  }
  if (dimension.type === "boolean") return BOOLEANS;
  if (dimension.id === "channel") {
    return workspace.channels.map(({ channel, conversations }) => ({
      value: channel,
      label: dimension.values?.find((known) => known.value === channel)?.label ?? channel,
      count: conversations,
    }));
  }
  if (dimension.id === "source")
    return workspace.sources.map(({ name, conversations }) => option(name, conversations));
  if (dimension.id === "language")
    return workspace.languages.map(({ language, conversations }) => option(language, conversations));
  const attribute = workspace.attributes.find(({ name }) => dimension.id === `attribute.${name}`);
  if (attribute) return attribute.values.map(({ value, conversations }) => option(value, conversations));
  return dimension.values ?? [];
}

const BOOLEANS: readonly Option[] = [
  { value: "true", label: "Yes" },
  { value: "false", label: "No" },
];

function option(value: string, count: number): Option {
  return { value, label: value, count };
}

/** The condition that the chosen values make, in the type that the field has. */
export function conditionOf(dimension: Dimension, values: readonly string[]): Extract<Filter, { op: "in" }> {
  const typed = values.map((value) => {
    if (dimension.type === "topic" || dimension.type === "number") return Number(value);
    if (dimension.type === "boolean") return value === "true";
    return value;
  });
  return { op: "in", field: dimension.id, values: typed };
}
