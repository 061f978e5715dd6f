import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestColumnar, type TestColumnar } from "../../../test/support/columnar.ts";
import { findLens, type Lens } from "../../core/lens.ts";
import { sql } from "../../query/sql.ts";
import { measureLens } from "./lens-members.ts";
import { listNewLensTexts } from "./lens-texts.ts";
import { clearLens, refreshLens } from "./refresh-lens.ts";
import { rollUpLenses } from "./roll-up-lenses.ts";

const workspace = "w";
const options = { tag: "test" };
const lensOf = (id: string): Lens => {
  const lens = findLens(id);
  if (lens === undefined) throw new Error(id);
  return lens;
};
const conversation = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const places = [{ conversationId: conversation(1), day: "2026-03-01" }];

let store: TestColumnar;

/** Who says what, turn by turn; the third word is the act. */
type Turn = readonly [role: string, text: string, act: string, sentiment?: number];
const TALKS: readonly (readonly Turn[])[] = [
  [
    ["customer", "where is my parcel number", "question"],
    ["agent", "it is on its way to you", "inform"],
    ["customer", "where is my parcel number", "question"],
  ],
  [
    ["customer", "can i change my address please", "request"],
    ["agent", "of course you can do that", "inform"],
    ["customer", "thanks", "thanks"],
  ],
  [
    ["customer", "how do i pay by card", "question"],
    ["bot", "sorry i did not get that", "inform"],
    ["customer", "this is a useless bot", "complaint", -1.5],
  ],
  [["customer", "when do you open again", "question"]],
];

function rowsOf(turns: readonly Turn[], index: number) {
  const shared = { workspace, day: "2026-03-01", conversation_id: conversation(index + 1), version: 1 };
  const utterances = turns.map(([role, text, act, sentiment], position) => ({
    ...shared,
    message_id: `00000000-0000-4000-8000-0000000${index}${position}000`,
    position,
    span_start: 0,
    span_end: text.length,
    sent_at: `2026-03-01 12:0${position}:00.000`,
    role,
    normalised: text,
    act,
    bears_intent: role === "customer" && act !== "thanks",
    sentiment: sentiment ?? 0,
    has_sentiment: true,
    label_version: "v1",
  }));
  return { utterances, conversation: { ...shared, customer: `c${index}`, label_version: "v1" } };
}

beforeAll(async () => {
  store = await openTestColumnar();
  const talks = TALKS.map(rowsOf);
  await store.columnar.insert(
    "utterances",
    talks.flatMap(({ utterances }) => utterances),
    options,
  );
  await store.columnar.insert(
    "conversations",
    talks.map((talk) => talk.conversation),
    options,
  );
});
afterAll(() => store.close());

async function textsOf(lensId: string) {
  const rows = await store.columnar.query<{ normalised: string; topic_id: number }>(
    sql`SELECT normalised, topic_id FROM lens_utterances FINAL WHERE workspace = ${workspace} AND lens = ${lensId} ORDER BY conversation_id, position`,
    options,
  );
  return rows.map(({ normalised, topic_id }) => [normalised, topic_id]);
}

describe("what counts under a lens", () => {
  it("is a question after which nobody spoke, the customer complained or said the same again", async () => {
    const lens = lensOf("unanswered");
    await refreshLens(store.columnar, { workspace, lensId: lens.id, lens }, options);
    expect(await textsOf(lens.id)).toEqual([
      ["where is my parcel number", 0],
      ["where is my parcel number", 0],
      ["how do i pay by card", 0],
      ["when do you open again", 0],
    ]);
  });

  it("gives every place of a text the text's topic, and the conversations theirs", async () => {
    const lens = lensOf("unanswered");
    const scope = { workspace, lensId: lens.id, lens };
    const [first] = (await listNewLensTexts(store.columnar, scope, options)).filter(({ text }) =>
      text.startsWith("where"),
    );
    const label = { textHash: first?.textHash ?? "", topicId: 7, topicConfidence: 0.9, topicReason: "" };
    await refreshLens(store.columnar, { ...scope, within: places, labels: [label] }, options);
    expect((await textsOf(lens.id)).filter(([, topic]) => topic === 7)).toHaveLength(2);
    expect(await listNewLensTexts(store.columnar, { ...scope, within: places }, options)).toEqual([]);
    await rollUpLenses(store.columnar, workspace, undefined, options);
    expect(
      await store.columnar.query(
        sql`SELECT lens_topic_ids AS ids, topic_ids AS own FROM conversations FINAL WHERE notEmpty(lens_topic_ids)`,
        options,
      ),
    ).toEqual([{ ids: [7], own: [] }]);
  });

  it("lets go of what no longer counts and keeps what it knows of the rest", async () => {
    const lens = lensOf("unanswered");
    const answer = ["agent", "with any card at the till", "inform"] as const;
    const { utterances } = rowsOf([...(TALKS[3] ?? []), answer], 3);
    await store.columnar.insert(
      "utterances",
      utterances.map((row) => ({ ...row, version: 2 })),
      options,
    );
    await refreshLens(store.columnar, { workspace, lensId: lens.id, lens }, options);
    expect(await textsOf(lens.id)).toEqual([
      ["where is my parcel number", 7],
      ["where is my parcel number", 7],
      ["how do i pay by card", 0],
    ]);
  });

  it("is counted before it is stored, by roles, moods and length too", async () => {
    const measure = (lens: Pick<Lens, "roles" | "any">) =>
      measureLens(store.columnar, { workspace, lens, encoder: "e" }, options);
    expect(await measure(lensOf("problems"))).toEqual({ utterances: 1, texts: 1, notEncoded: 1 });
    expect(await measure(lensOf("staff"))).toEqual({ utterances: 4, texts: 4, notEncoded: 4 });
    expect(await measure({ roles: ["customer"], any: [] })).toMatchObject({ utterances: 0 });
    expect(
      await measure({ roles: ["customer"], any: [{ isAnswered: true, acts: ["request"] }] }),
    ).toMatchObject({ utterances: 1 });
  });

  it("goes whole when a lens is taken away", async () => {
    await clearLens(store.columnar, { workspace, lensId: "unanswered" }, options);
    expect(await textsOf("unanswered")).toEqual([]);
  });
});
