// The API as OpenAPI 3.1, made from the contract.
import { z } from "zod";
import { type Endpoint, isStream } from "../contract/endpoint.ts";
import { problemSchema } from "../contract/problem.ts";
import { routes } from "../contract/routes.ts";

type Json = Record<string, unknown>;

function schemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" }) as Json;
  return rest;
}

function parametersOf(schema: z.ZodType, place: "path" | "query"): Json[] {
  const object = schemaOf(schema, "input");
  const required = new Set((object["required"] as string[] | undefined) ?? []);
  return Object.entries((object["properties"] as Json | undefined) ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === "path" || required.has(name),
    schema: property,
  }));
}

function requestBodyOf(route: Endpoint): Json {
  if (route.rawBody) {
    const content = Object.fromEntries(route.consumes.map((type) => [type, {}]));
    return { requestBody: { required: true, content } };
  }
  if (route.input.body.def.type === "undefined") return {};
  return {
    requestBody: {
      required: true,
      content: { "application/json": { schema: schemaOf(route.input.body, "input") } },
    },
  };
}

function operationOf(name: string, route: Endpoint): Json {
  const content = isStream(route.output)
    ? Object.fromEntries(route.output.stream.map((type) => [type, {}]))
    : { "application/json": { schema: schemaOf(route.output, "output") } };
  return {
    operationId: name,
    tags: [route.tag],
    summary: route.summary,
    "x-access": route.access,
    security: route.access === "public" ? [] : [{ apiKey: [] }, { session: [] }],
    parameters: [...parametersOf(route.input.params, "path"), ...parametersOf(route.input.query, "query")],
    ...requestBodyOf(route),
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
  for (const [name, route] of Object.entries<Endpoint>(routes)) {
    const path = route.path.replaceAll(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(name, route) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Parlance", version, description: "Conversation mining over HTTP" },
    paths,
    components: {
      schemas: { Problem: schemaOf(problemSchema, "output") },
      securitySchemes: {
        apiKey: { type: "http", scheme: "bearer" },
        session: { type: "apiKey", in: "cookie", name: "better-auth.session_token" },
      },
    },
  };
}
