// Names of fields and values as people know them, from the model, the topics and the audiences.
import type { Filter, FilterValue } from "../../../../src/query/filter.ts";
import { useAudiences, useModel } from "../../api/hooks.ts";
import { useKnownTopics } from "../../api/topic-hooks.ts";
import type { FilterNames } from "./filter-words.ts";

/** `filter` is what is to be named; topics are asked for only when it has one. */
export function useFilterNames(filter: Filter | undefined): FilterNames {
  const { data: model } = useModel();
  const { data: audiences } = useAudiences();
  const hasTopic = JSON.stringify(filter ?? {}).includes("topic");
  const topics = new Map(useKnownTopics(hasTopic).map(({ id, name }) => [String(id), name]));
  const dimensions = new Map(model?.dimensions.map((dimension) => [dimension.id, dimension]));
  return {
    field: (field) => dimensions.get(field)?.label ?? field.replace(/^attribute\./, ""),
    value(field: string, value: FilterValue) {
      const dimension = dimensions.get(field);
      if (dimension?.type === "topic" || field === "topic")
        return topics.get(String(value)) ?? `topic ${value}`;
      if (typeof value === "boolean") return value ? "yes" : "no";
      return dimension?.values?.find((known) => known.value === String(value))?.label ?? String(value);
    },
    audience: (id) => audiences?.audiences.find((audience) => audience.id === id)?.name ?? "deleted audience",
  };
}

/** Whether a field is finer than a conversation, so that it means "at least one". */
export function useIsFiner(): (field: string) => boolean {
  const { data } = useModel();
  const finer = new Set(
    data?.dimensions.filter(({ grain }) => grain === "message" || grain === "utterance").map(({ id }) => id),
  );
  return (field) => finer.has(field);
}
