// Who is asking, the first account, and keys for programs. Signing in and out is better-auth's, under /api/auth.
import { z } from "zod";
import { ACCESS, endpoint } from "./endpoint.ts";
import { doneSchema, idParams, instantSchema } from "./values.ts";

export const API_KEY_ACCESS = ["read", "write", "admin"] as const;
const keyAccessSchema = z.enum(API_KEY_ACCESS);
export const SHORTEST_PASSWORD = 12;
export const passwordSchema = z.string().min(SHORTEST_PASSWORD).max(200);

export const getSession = endpoint({
  method: "GET",
  path: "/v1/session",
  tag: "access",
  summary: "Say who is asking and whether the first account is still to be made",
  access: "public",
  output: z.object({
    mode: z.enum(["local", "accounts"]),
    /** No account exists yet: the one-time token from the terminal makes the first. */
    needsSetup: z.boolean(),
    user: z.object({ id: z.string(), name: z.string(), email: z.string() }).nullable(),
    /** What the caller may do; `public` when not signed in. */
    access: z.enum(ACCESS),
  }),
});

export const postSetup = endpoint({
  method: "POST",
  path: "/v1/setup",
  tag: "access",
  summary: "Make the first account with the one-time token that the terminal shows",
  access: "public",
  body: z.strictObject({
    token: z.string().min(1).max(200),
    name: z.string().trim().min(1).max(100),
    email: z.email().max(320),
    password: passwordSchema,
  }),
  status: 201,
  output: doneSchema,
});

export const apiKeySchema = z
  .object({
    id: z.string(),
    name: z.string(),
    access: keyAccessSchema,
    createdAt: instantSchema,
    lastUsedAt: instantSchema.nullable(),
    expiresAt: instantSchema.nullable(),
  })
  .meta({ id: "ApiKey" });

export const getApiKeys = endpoint({
  method: "GET",
  path: "/v1/api-keys",
  tag: "access",
  summary: "List the API keys; a key itself is never shown again",
  access: "admin",
  output: z.object({ apiKeys: z.array(apiKeySchema) }),
});

export const postApiKey = endpoint({
  method: "POST",
  path: "/v1/api-keys",
  tag: "access",
  summary: "Make an API key; the answer is the only place where it stands",
  access: "admin",
  body: z.strictObject({
    name: z.string().trim().min(1).max(100),
    access: keyAccessSchema.default("read"),
    expiresAt: instantSchema.optional(),
  }),
  status: 201,
  output: apiKeySchema.extend({ key: z.string() }),
});

export const deleteApiKey = endpoint({
  method: "DELETE",
  path: "/v1/api-keys/:id",
  tag: "access",
  summary: "Revoke an API key at once",
  access: "admin",
  params: idParams,
  output: doneSchema,
});
