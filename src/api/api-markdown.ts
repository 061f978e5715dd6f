// docs/api.md, printed from the contract.
import { z } from "zod";
import { type Endpoint, isStream } from "../contract/endpoint.ts";
import { type RouteName, routes } from "../contract/routes.ts";

const TITLES: Readonly<Record<string, string>> = {
  health: "The server",
  access: "Access",
  workspace: "The workspace",
  query: "Questions",
  conversations: "Conversations",
  ingest: "Taking in",
  topics: "Topics",
  sources: "Sources and imports",
  audiences: "Audiences",
  jobs: "Jobs",
  export: "Exports",
};

const INTRO = `# HTTP API

Printed from the contract by \`npm run docs\`; \`GET /v1/openapi.json\` describes every field.

- **Access.** On a loopback address no login is needed, and requests of other sites are refused. On any other address every
  route but the public ones asks for a session (\`/api/auth\`) or an API key: \`Authorization: Bearer KEY\`. The right that a
  route needs stands behind it; \`admin\` covers \`write\`, and \`write\` covers \`read\`.
- **Errors** are problem details (RFC 9457, \`application/problem+json\`) with \`code\`, \`title\` (what happened), \`detail\` (what to
  do) and \`requestId\`. [errors.md](errors.md) lists the codes.
- **Time** is a stretch as text: \`all\`, \`last 28 days\`, or \`2026-03-01/2026-04-01\` (the second is not included), in the
  workspace's zone.
- **Filters** are trees: \`{"op":"in","field":"channel","values":["voice"]}\`, joined by \`and\`, \`or\`, \`not\`; the conditions of one
  \`{"op":"same","filters":[…]}\` are met by one and the same utterance. \`GET /v1/query/model\` lists the fields.
- **Taking in** is safe to repeat: the same record lands on the same row. \`Idempotency-Key\` gives the first answer again. Status
  429 names the seconds to wait in \`Retry-After\`; nothing of that request was stored.
`;

function propertiesOf(schema: z.ZodType): string {
  const json = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  const required = new Set(json.required ?? []);
  return Object.keys(json.properties ?? {})
    .map((name) => (required.has(name) ? `\`${name}\`` : `\`${name}\`?`))
    .join(", ");
}

function describe(route: Endpoint): string[] {
  const lines = [
    `### \`${route.method} ${route.path}\``,
    "",
    `${route.summary}. Right: \`${route.access}\`.`,
    "",
  ];
  const query = propertiesOf(route.input.query);
  if (query !== "") lines.push(`- Query: ${query}`);
  if (route.rawBody) lines.push(`- Body: ${route.consumes.map((type) => `\`${type}\``).join(" or ")}`);
  else if (route.input.body.def.type !== "undefined") lines.push(`- Body: ${propertiesOf(route.input.body)}`);
  if (isStream(route.output))
    lines.push(`- Answer: ${route.output.stream.map((type) => `\`${type}\``).join(" or ")}`);
  else {
    const json = z.toJSONSchema(route.output, { unrepresentable: "any" });
    const names = Object.keys(json.properties ?? {}).map((name) => `\`${name}\``);
    lines.push(`- Answer (${route.status}): ${names.length === 0 ? "a JSON object" : names.join(", ")}`);
  }
  return [...lines, ""];
}

/** The whole document. */
export function apiMarkdown(): string {
  const names = Object.keys(routes) as RouteName[];
  const tags = [...new Set(names.map((name) => routes[name].tag))];
  const sections = tags.flatMap((tag) => [
    `## ${TITLES[tag] ?? tag}`,
    "",
    ...names.filter((name) => routes[name].tag === tag).flatMap((name) => describe(routes[name])),
  ]);
  return `${[INTRO, ...sections].join("\n").trimEnd()}\n`;
}
