// The people who may sign in. An administrator adds them and hands over a one-time link with which they choose a password;
// no mail is sent. Signing in and out and changing one's own password are better-auth's, under /api/auth.
import { z } from "zod";
import { API_KEY_ACCESS, passwordSchema } from "./access.ts";
import { endpoint } from "./endpoint.ts";
import { doneSchema, idParams, instantSchema } from "./values.ts";

const accountAccessSchema = z.enum(API_KEY_ACCESS);
const nameSchema = z.string().trim().min(1).max(100);
const tokenSchema = z.string().min(1).max(200);

export const accountSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    access: accountAccessSchema,
    /** `invited`: a link is out and no password chosen yet. */
    state: z.enum(["invited", "active", "disabled"]),
    createdAt: instantSchema,
    lastSeenAt: instantSchema.nullable(),
  })
  .meta({ id: "Account" });
export type Account = z.output<typeof accountSchema>;

/** Shown once: whoever holds it chooses the person's password. */
const linkSchema = z.object({
  /** The whole address where the server knows its own (`publicUrl`), else the path below it. */
  link: z.string(),
  expiresAt: instantSchema,
});

export const getAccounts = endpoint({
  method: "GET",
  path: "/v1/accounts",
  tag: "accounts",
  summary: "List the people who may sign in",
  access: "admin",
  output: z.object({ accounts: z.array(accountSchema) }),
});

export const postAccount = endpoint({
  method: "POST",
  path: "/v1/accounts",
  tag: "accounts",
  summary: "Add a person; the answer is the only place where their one-time link stands",
  access: "admin",
  body: z.strictObject({
    name: nameSchema,
    email: z.email().max(320),
    access: accountAccessSchema.default("read"),
  }),
  status: 201,
  output: z.object({ account: accountSchema, ...linkSchema.shape }),
});

export const patchAccount = endpoint({
  method: "PATCH",
  path: "/v1/accounts/:id",
  tag: "accounts",
  summary: "Rename a person, change what they may do, disable or enable them",
  access: "admin",
  params: idParams,
  body: z.strictObject({ name: nameSchema, access: accountAccessSchema, disabled: z.boolean() }).partial(),
  output: accountSchema,
});

export const deleteAccount = endpoint({
  method: "DELETE",
  path: "/v1/accounts/:id",
  tag: "accounts",
  summary: "Take a person away for good",
  access: "admin",
  params: idParams,
  output: doneSchema,
});

export const postAccountLink = endpoint({
  method: "POST",
  path: "/v1/accounts/:id/link",
  tag: "accounts",
  summary: "Make a new one-time link for a person; their password and sessions end at once",
  access: "admin",
  params: idParams,
  status: 201,
  output: linkSchema,
});

export const leave = endpoint({
  method: "POST",
  path: "/v1/leave",
  tag: "accounts",
  summary: "Take one's own account away",
  access: "read",
  output: doneSchema,
});

export const findJoin = endpoint({
  method: "POST",
  path: "/v1/join/find",
  tag: "accounts",
  summary: "Say whose one-time link this is",
  access: "public",
  body: z.strictObject({ token: tokenSchema }),
  output: z.object({ name: z.string(), email: z.string() }),
});

export const join = endpoint({
  method: "POST",
  path: "/v1/join",
  tag: "accounts",
  summary: "Choose a password with a one-time link",
  access: "public",
  body: z.strictObject({ token: tokenSchema, password: passwordSchema }),
  output: z.object({ email: z.string() }),
});
