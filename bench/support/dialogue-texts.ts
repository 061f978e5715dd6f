// Real customer and agent turns of MultiWOZ 2.1 and Taskmaster-4, as benches of speed read them: conversations of texts.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readFirstMember } from "./zip-member.ts";

type MultiWoz = Readonly<Record<string, { readonly log: readonly { readonly text: string }[] }>>;
type Taskmaster = readonly { readonly utterances: readonly { readonly text?: string }[] }[];

/** All conversations of both data sets: 5,709 conversations with 43,389 texts. */
export async function readDialogueTexts(datasets: string): Promise<string[][]> {
  const conversations: string[][] = [];
  for (const part of ["val", "test"]) {
    const json = await readFirstMember(join(datasets, "multiwoz21-valtest", `${part}.json.zip`));
    for (const { log } of Object.values(JSON.parse(json) as MultiWoz)) {
      conversations.push(log.map((turn) => turn.text));
    }
  }
  const folder = join(datasets, "taskmaster", "TM-4-2024", "data");
  for (const file of readdirSync(folder).sort()) {
    for (const { utterances } of JSON.parse(readFileSync(join(folder, file), "utf8")) as Taskmaster) {
      conversations.push(utterances.map((utterance) => utterance.text ?? ""));
    }
  }
  return conversations;
}
