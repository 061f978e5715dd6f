// Audiences: saved filters with a name.
import { z } from "zod";
import { filterSchema } from "../query/filter.ts";
import { endpoint } from "./endpoint.ts";
import { doneSchema, idParams, instantSchema } from "./values.ts";

export const audienceSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    filter: filterSchema,
    filterWords: z.string(),
    createdAt: instantSchema,
    updatedAt: instantSchema,
  })
  .meta({ id: "Audience" });
export type Audience = z.output<typeof audienceSchema>;

const name = z.string().trim().min(1).max(100);

export const getAudiences = endpoint({
  method: "GET",
  path: "/v1/audiences",
  tag: "audiences",
  summary: "List the audiences",
  access: "read",
  output: z.object({ audiences: z.array(audienceSchema) }),
});

export const postAudience = endpoint({
  method: "POST",
  path: "/v1/audiences",
  tag: "audiences",
  summary: "Save a filter as an audience",
  access: "write",
  body: z.strictObject({ name, filter: filterSchema }),
  status: 201,
  output: audienceSchema,
});

export const patchAudience = endpoint({
  method: "PATCH",
  path: "/v1/audiences/:id",
  tag: "audiences",
  summary: "Rename an audience or change its filter",
  access: "write",
  params: idParams,
  body: z.strictObject({ name, filter: filterSchema }).partial(),
  output: audienceSchema,
});

export const deleteAudience = endpoint({
  method: "DELETE",
  path: "/v1/audiences/:id",
  tag: "audiences",
  summary: "Delete an audience",
  access: "write",
  params: idParams,
  output: doneSchema,
});
