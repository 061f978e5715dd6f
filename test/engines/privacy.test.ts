import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApiCaller } from "../support/call-api.ts";
import { type CommandRun, runHere } from "../support/in-process.ts";
import { openRealApi } from "../support/real-api.ts";
import { scanDataDir } from "../support/scan-data-dir.ts";

const folder = mkdtempSync(join(tmpdir(), "parlance-privacy-"));
const dataDir = join(folder, "data");

/** Each value is personal, written as people write it, and stands nowhere else. */
const PLANTED = {
  firstName: "Zebulina",
  lastName: "Quackenbush",
  email: "zeb.quack@mailplanted.example",
  phone: "+44 20 7946 0958",
  card: "4929 1234 5678 9015",
  iban: "DE89 3704 0044 0532 0130 00",
  street: "4711 Thistledown Avenue",
  secret: "sk_live_51Hq8ZxPlantedKeyAbcdEfgh",
  tokenInUrl: "f00dfacecafe4242plantedtoken",
  ip: "203.0.113.77",
  agentName: "Wolfram Katzenellenbogen",
  customerId: "planted.customer@idmail.example",
  conversationId: "planted-chat-with@idmail.example",
  attributeEmail: "attr.planted@attrmail.example",
  attributePhone: "+49 30 901820",
  memberName: "member.key@jsonmail.example",
} as const;
const MARKER = "the blue kettle whistles";

const SENTENCES = [
  `Hi, my name is ${PLANTED.firstName} ${PLANTED.lastName} and ${MARKER}`,
  `my e-mail is ${PLANTED.email}, my phone is ${PLANTED.phone}`,
  `the card is ${PLANTED.card} and the IBAN ${PLANTED.iban}`,
  `please send it to ${PLANTED.street}, Springfield`,
  `api key ${PLANTED.secret}, see https://shop.example/reset?token=${PLANTED.tokenInUrl} from ${PLANTED.ip}`,
  `Thank you ${PLANTED.firstName}, is ${PLANTED.lastName} your last name?`,
];
const time = (minute: number) => `2026-03-05T14:${String(minute).padStart(2, "0")}:00Z`;
const sayings = SENTENCES.map((text, index) => ({
  id: `m-${index}`,
  sentAt: time(index),
  role: index === SENTENCES.length - 1 ? "agent" : "customer",
  text,
  participant:
    index === SENTENCES.length - 1
      ? { id: "agent-7", name: PLANTED.agentName }
      : { id: PLANTED.customerId, name: `${PLANTED.firstName} ${PLANTED.lastName}` },
}));

function conversation(id: string) {
  return {
    id,
    customer: { id: PLANTED.customerId, name: `${PLANTED.firstName} ${PLANTED.lastName}` },
    attributes: {
      email: PLANTED.attributeEmail,
      phone: PLANTED.attributePhone,
      notes: `call ${PLANTED.phone} and ask for ${PLANTED.firstName}`,
      plan: "gold",
    },
    messages: sayings,
  };
}
/** Rows that are set aside, each full of personal values. */
const BAD_LINES = [
  `{"id":"broken","customer":{"id":"${PLANTED.customerId}"},"messages":[{"text":"${PLANTED.card}"`,
  JSON.stringify({
    id: "no-time",
    messages: [{ sentAt: PLANTED.card, role: "customer", text: SENTENCES[1] }],
  }),
  JSON.stringify({
    id: "odd-role",
    messages: [{ sentAt: time(1), role: PLANTED.lastName, text: SENTENCES[2] }],
  }),
];

const FILES: Readonly<Record<string, string>> = {
  "log.jsonl": [conversation("c-1"), conversation(PLANTED.conversationId)]
    .map((record) => JSON.stringify(record))
    .concat(BAD_LINES)
    .join("\n"),
  "table.csv": [
    "conversation_id,sent_at,speaker,text,customer_email,comment",
    ...SENTENCES.map(
      (text, index) =>
        `t-1,${time(index)},customer,"${text}",${PLANTED.attributeEmail},"${PLANTED.phone} is hers"`,
    ),
    `t-2,${PLANTED.card},customer,"${SENTENCES[1]}",${PLANTED.email},x`,
    `t-3,${time(1)},customer,"${SENTENCES[2]}",${PLANTED.email},x,one,field,too,many,${PLANTED.secret}`,
  ].join("\n"),
  "chat.txt": [
    `a line before the first: ${PLANTED.card}`,
    ...SENTENCES.map(
      (text, index) => `[05/03/2026, 14:3${index}:00] ${PLANTED.firstName} ${PLANTED.lastName}: ${text}`,
    ),
    `[05/03/2026, 14:40:00] ${PLANTED.agentName}: Wait please, ${PLANTED.firstName}`,
    `[99/99/2026, 14:41:00] ${PLANTED.agentName}: ${PLANTED.card}`,
  ].join("\n"),
  "members.json": JSON.stringify({
    [PLANTED.memberName]: { messages: sayings },
    [`second.${PLANTED.memberName}`]: { messages: [{ sentAt: PLANTED.card, role: "customer", text: "x" }] },
    "dlg-3": { messages: sayings },
  }),
};

let run: CommandRun | undefined;
let log = "";
const answers: string[] = [];

beforeAll(async () => {
  for (const [name, content] of Object.entries(FILES)) writeFileSync(join(folder, name), content);
  const files = Object.keys(FILES);
  const options = ["--source", "planted", "--data-dir", dataDir, "--workers", "1"];
  run = await runHere(["import", ...files, ...options], { cwd: folder });
  const api = await openRealApi(dataDir);
  try {
    const { send } = createApiCaller(api.app);
    const lines = [JSON.stringify(conversation("h-1")), ...BAD_LINES].join("\n");
    const headers = { "content-type": "application/x-ndjson" };
    answers.push((await send("postConversations", { body: lines }, headers)).body);
    const message = { conversationId: PLANTED.conversationId, ...sayings[1], id: "late" };
    const single = { "content-type": "application/json" };
    answers.push((await send("postMessages", { body: JSON.stringify(message) }, single)).body);
    const upload = { name: "upload.csv", source: "uploaded" };
    answers.push((await send("startImport", { query: upload, body: FILES["table.csv"] }, octets)).body);
    answers.push((await send("previewImport", { query: upload, body: FILES["table.csv"] }, octets)).body);
    const asked = await send("getImports", { query: { limit: 50 } });
    answers.push(asked.body);
    log = api.log();
  } finally {
    await api.close();
  }
});
const octets = { "content-type": "application/octet-stream" };

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("personal values in what is brought in", () => {
  it("take part in this test at all: good rows are stored, bad ones set aside", () => {
    expect(run?.code, run?.stderr).toBe(3);
    expect(run?.stdout).toMatch(/^45 read = 37 stored \+ 0 updated \+ 0 duplicate \+ 8 set aside$/m);
    expect(answers[0]).toContain('"stored":6');
    expect(answers[1]).toContain('"stored":1');
  });

  it("are in no byte and no row of the data directory", async () => {
    expect(await scanDataDir(dataDir, [MARKER])).not.toEqual([]);
    expect(await scanDataDir(dataDir, Object.values(PLANTED))).toEqual([]);
  });

  it("are in no line of the server's log", () => {
    expect(log).toContain("/v1/conversations");
    expect(Object.values(PLANTED).filter((value) => log.includes(value))).toEqual([]);
  });

  it("are in no answer of the server and in no word of the command", () => {
    const said = [...answers, run?.stdout, run?.stderr].join("\n");
    expect(Object.values(PLANTED).filter((value) => said.includes(value))).toEqual([]);
  });
});
