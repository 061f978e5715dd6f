// Classical topic models beside the tree: fitting one, and how those that were fitted compare.
import { ActionIcon, Button, NumberInput, Select } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconTrash } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import type { Job } from "../../../../../src/contract/jobs.ts";
import { MODEL_METHODS, type TopicModel } from "../../../../../src/contract/topic-models.ts";
import { client } from "../../../api/client.ts";
import { useMay, useWorkspace } from "../../../api/hooks.ts";
import { useFitting, useTopicModels } from "../../../api/model-hooks.ts";
import { describeError } from "../../../api/problem.ts";
import { jobWords } from "../../../app/job-words.ts";
import { carrySearch } from "../../../app/view-state.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { formatAgo, formatCount, formatInstant } from "../../../ui/format.ts";
import { Page } from "../../../ui/page.tsx";
import type { Column } from "../../../ui/table/column.ts";
import { DataTable } from "../../../ui/table/data-table.tsx";
import { useSortedRows } from "../../../ui/table/use-sorted-rows.ts";
import "../topics.css";
import { TopicsNav } from "../topics-nav.tsx";
import { formatMeasure, METHOD_HINTS, METHOD_WORDS } from "./model-words.ts";

export function ModelsPage() {
  const jobs = useFitting();
  const models = useTopicModels(jobs.length);
  const navigate = useNavigate();
  const { timeZone } = useWorkspace();
  const mayChange = useMay("write");
  const remove = useRemove();
  const rows = models.data?.models ?? [];
  const columns = useMemo(
    () => modelColumns(timeZone, mayChange ? (id) => remove.mutate(id) : undefined),
    [timeZone, mayChange, remove.mutate],
  );
  const table = useSortedRows("topic-models", rows, columns);
  const tree = rows[0]?.tree;
  return (
    <Page
      fill
      title="Topics"
      tab="Classical topic models"
      answers="LDA and NMF on what customers say, measured beside the tree on the same texts."
    >
      <TopicsNav hasLens={false} />
      {mayChange && <FitForm />}
      <Fitting jobs={jobs} />
      {tree && (
        <p className="small">
          The tree on the same texts: <b className="number">{formatCount(tree.topics)}</b> topics, NPMI{" "}
          <b className="number">{formatMeasure(tree.npmi)}</b>, C_V{" "}
          <b className="number">{formatMeasure(tree.cv)}</b>, diversity{" "}
          <b className="number">{formatMeasure(tree.diversity)}</b>.{" "}
          <span className="muted">
            Coherence says how often a topic's words stand together, diversity how many of the words are
            different; more is better in all three.
          </span>
        </p>
      )}
      <div className="panel topic-panel">
        <DataTable
          id="topic-models"
          label="Classical topic models"
          columns={columns}
          {...table}
          keyOf={({ id }) => id}
          status={models}
          empty={
            <EmptyState title="No classical model yet">
              They know words and no meaning: useful for those who know them, and as a yardstick for the tree.
              {mayChange && " Choose a method above; a few thousand texts take seconds."}
            </EmptyState>
          }
          height="fill"
          onOpen={({ id }) =>
            void navigate({ to: "/topics/models/$id", params: { id }, search: carrySearch })
          }
          hasKeys
        />
      </div>
    </Page>
  );
}

function useRemove() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => client.call("deleteTopicModel", { params: { id } }),
    onSettled: () => cache.invalidateQueries({ queryKey: ["topics", "models"] }),
    onError: (error) =>
      notifications.show({ title: describeError(error).title, message: describeError(error).advice }),
  });
}

/** Method and number of topics; as many as the tree has when none is given. */
function FitForm() {
  const cache = useQueryClient();
  const [method, setMethod] = useState<TopicModel["method"]>("lda");
  const [topics, setTopics] = useState<number>();
  const fit = useMutation({
    mutationFn: () =>
      client.call("postTopicModel", { body: { method, ...(topics !== undefined && { topics }) } }),
    onSettled: () => cache.invalidateQueries({ queryKey: ["jobs"] }),
  });
  return (
    <form
      className="row wrap model-form"
      onSubmit={(event) => {
        event.preventDefault();
        fit.mutate();
      }}
    >
      <Select
        size="xs"
        label="Method"
        description={METHOD_HINTS[method]}
        inputWrapperOrder={["label", "input", "description"]}
        allowDeselect={false}
        data={MODEL_METHODS.map((value) => ({ value, label: METHOD_WORDS[value] }))}
        value={method}
        onChange={(value) => setMethod(MODEL_METHODS.find((known) => known === value) ?? "lda")}
      />
      <NumberInput
        size="xs"
        label="Topics"
        description="Empty: as many as the tree has"
        inputWrapperOrder={["label", "input", "description"]}
        min={2}
        max={500}
        allowDecimal={false}
        value={topics ?? ""}
        onChange={(value) => setTopics(typeof value === "number" ? value : undefined)}
      />
      <Button type="submit" loading={fit.isPending}>
        Fit
      </Button>
      {fit.isError && (
        <span className="small" role="alert">
          {describeError(fit.error).title}
        </span>
      )}
    </form>
  );
}

/** What is being fitted, how far it is, and the way to stop it. */
function Fitting(props: { readonly jobs: readonly Job[] }) {
  const cache = useQueryClient();
  const cancel = useMutation({
    mutationFn: (id: string) => client.call("cancelJob", { params: { id } }),
    onSettled: () => cache.invalidateQueries({ queryKey: ["jobs"] }),
  });
  return props.jobs.map((job) => (
    <div key={job.id} className="row small" role="status">
      <span className="number">{jobWords(job)}</span>
      <Button size="compact-xs" variant="default" onClick={() => cancel.mutate(job.id)}>
        Cancel
      </Button>
    </div>
  ));
}

function modelColumns(
  timeZone: string,
  remove: ((id: string) => void) | undefined,
): readonly Column<TopicModel>[] {
  const measure = (
    id: string,
    label: string,
    hint: string,
    value: (model: TopicModel) => number,
    from?: number,
  ): Column<TopicModel> => ({
    ...{ id, label, hint, width: 92, align: "end", sort: "desc", value },
    ...(from !== undefined && { from }),
    render: (model) => <span className="number">{formatMeasure(value(model))}</span>,
  });
  return [
    {
      id: "method",
      label: "Model",
      width: 120,
      grow: 2,
      isFixed: true,
      sort: "asc",
      value: ({ method }) => METHOD_WORDS[method],
      render: ({ id, method }, { tabIndex }) => (
        <Link
          to="/topics/models/$id"
          params={{ id }}
          search={carrySearch}
          className="topic-link"
          tabIndex={tabIndex}
        >
          {METHOD_WORDS[method]}
        </Link>
      ),
    },
    {
      id: "topics",
      label: "Topics",
      width: 76,
      align: "end",
      sort: "desc",
      value: ({ scores }) => scores.topics,
    },
    measure(
      "npmi",
      "NPMI",
      "How often a topic's words stand together, from −1 to 1",
      ({ scores }) => scores.npmi,
    ),
    measure("cv", "C_V", "Coherence by indirect cosine, from 0 to 1", ({ scores }) => scores.cv, 480),
    measure("diversity", "Diversity", "Share of different words", ({ scores }) => scores.diversity, 560),
    measure(
      "agreement",
      "As the tree",
      "Normalised mutual information with the tree",
      (m) => m.agreement,
      640,
    ),
    {
      id: "texts",
      label: "Texts",
      width: 84,
      align: "end",
      sort: "desc",
      from: 760,
      value: ({ texts }) => texts,
    },
    {
      id: "seconds",
      label: "Took",
      width: 76,
      align: "end",
      sort: "desc",
      from: 840,
      value: ({ seconds }) => seconds,
      render: ({ seconds }) => <span className="number">{seconds.toFixed(1)} s</span>,
    },
    {
      id: "at",
      label: "When",
      width: 100,
      align: "end",
      sort: "desc",
      from: 700,
      value: ({ finishedAt }) => finishedAt,
      render: ({ finishedAt }) => (
        <span className="muted nowrap" title={formatInstant(finishedAt, timeZone)}>
          {formatAgo(finishedAt, timeZone, new Date())}
        </span>
      ),
    },
    ...(remove === undefined ? [] : [removeColumn(remove)]),
  ];
}

function removeColumn(remove: (id: string) => void): Column<TopicModel> {
  return {
    id: "act",
    label: "Delete",
    width: 80,
    isFixed: true,
    value: () => null,
    render: ({ id, method }, { tabIndex }) => (
      <ActionIcon
        variant="subtle"
        color="gray"
        tabIndex={tabIndex}
        aria-label={`Delete this model by ${METHOD_WORDS[method]}`}
        onClick={(event) => {
          event.stopPropagation();
          remove(id);
        }}
      >
        <IconTrash size={14} />
      </ActionIcon>
    ),
  };
}
