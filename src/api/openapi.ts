// The API as OpenAPI 3.1, made from the contract.
import { z } from "zod";
import { type Endpoint, isStream } from "../contract/endpoint.ts";
import { problemSchema } from "../contract/problem.ts";
import { routes } from "../contract/routes.ts";

type Json = Record<string, unknown>;

type Schemas = Map<string, Json>;

/** The JSON Schema of a schema. Parts with a name of their own move to the document's components. */
function schemaOf(schema: z.ZodType, io: "input" | "output", shared: Schemas): Json {
  const { $schema: _, $defs, ...own } = z.toJSONSchema(schema, { io, unrepresentable: "any" }) as Json;
  for (const [name, part] of Object.entries(($defs as Json | undefined) ?? {})) {
    if (!shared.has(name)) shared.set(name, pointToComponents(part) as Json);
  }
  return pointToComponents(own) as Json;
}

function pointToComponents(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(pointToComponents);
  if (typeof node !== "object" || node === null) return node;
  const entries = Object.entries(node).map(([key, value]) => [
    key,
    key === "$ref" && typeof value === "string"
      ? value.replace("#/$defs/", "#/components/schemas/")
      : pointToComponents(value),
  ]);
  return Object.fromEntries(entries);
}

function parametersOf(schema: z.ZodType, place: "path" | "query", shared: Schemas): Json[] {
  const object = schemaOf(schema, "input", shared);
  const required = new Set((object["required"] as string[] | undefined) ?? []);
  return Object.entries((object["properties"] as Json | undefined) ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === "path" || required.has(name),
    schema: property,
  }));
}

function requestBodyOf(route: Endpoint, shared: Schemas): Json {
  if (route.rawBody) {
    const content = Object.fromEntries(route.consumes.map((type) => [type, {}]));
    return { requestBody: { required: true, content } };
  }
  if (route.input.body.def.type === "undefined") return {};
  return {
    requestBody: {
      required: true,
      content: { "application/json": { schema: schemaOf(route.input.body, "input", shared) } },
    },
  };
}

function operationOf(name: string, route: Endpoint, shared: Schemas): Json {
  const content = isStream(route.output)
    ? Object.fromEntries(route.output.stream.map((type) => [type, {}]))
    : { "application/json": { schema: schemaOf(route.output, "output", shared) } };
  return {
    operationId: name,
    tags: [route.tag],
    summary: route.summary,
    "x-access": route.access,
    security: route.access === "public" ? [] : [{ apiKey: [] }, { session: [] }],
    parameters: [
      ...parametersOf(route.input.params, "path", shared),
      ...parametersOf(route.input.query, "query", shared),
    ],
    ...requestBodyOf(route, shared),
    responses: {
      [route.status]: { description: "Success", content },
      default: {
        description: "What went wrong and what to do",
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    },
  };
}

/** Makes the whole description. Deterministic: the same contract gives the same text. */
export function describeApi(version: string): Json {
  const paths: Record<string, Json> = {};
  const shared: Schemas = new Map();
  shared.set("Problem", schemaOf(problemSchema, "output", shared));
  for (const [name, route] of Object.entries<Endpoint>(routes)) {
    const path = route.path.replaceAll(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(name, route, shared) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Parlance", version, description: "Conversation mining over HTTP" },
    paths,
    components: {
      schemas: Object.fromEntries(shared),
      securitySchemes: {
        apiKey: { type: "http", scheme: "bearer" },
        session: { type: "apiKey", in: "cookie", name: "better-auth.session_token" },
      },
    },
  };
}
