// Accounts by better-auth on the records: e-mail and password, sessions in cookies. Nobody can sign up; the first account is
// made with the one-time token that the terminal shows. Loaded only when the server asks for a login.
import { timingSafeEqual } from "node:crypto";
import { betterAuth } from "better-auth";
import { sql } from "kysely";
import type { Access } from "../../contract/endpoint.ts";
import { AppError } from "../../core/errors.ts";
import type { Records } from "../../records/records.ts";
import type { ApiSettings } from "../services.ts";
import { type Caller, NOBODY } from "./caller.ts";

export type FirstAccount = {
  readonly token: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
};

export type Accounts = {
  /** Answers everything under /api/auth. */
  handle(request: Request): Promise<Response>;
  /** Whose session the cookies hold. */
  identify(headers: Headers): Promise<Caller>;
  needsSetup(): Promise<boolean>;
  /** Makes the first account. Throws FORBIDDEN for a wrong token or when there is an account already. */
  setUp(account: FirstAccount): Promise<void>;
};

const times = { createdAt: "created_at", updatedAt: "updated_at" };

function configure(records: Records, settings: ApiSettings) {
  return betterAuth({
    database: { db: records.db, type: "postgres" },
    basePath: "/api/auth",
    ...(settings.publicUrl === ""
      ? {}
      : { baseURL: settings.publicUrl, trustedOrigins: [settings.publicUrl] }),
    secret: settings.authSecret ?? "",
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 200 },
    rateLimit: { enabled: true, window: 60, max: 100 },
    user: {
      modelName: "auth_users",
      fields: { ...times, emailVerified: "email_verified" },
      additionalFields: { access: { type: "string", required: true, defaultValue: "read", input: false } },
    },
    session: {
      modelName: "auth_sessions",
      fields: {
        ...times,
        userId: "user_id",
        expiresAt: "expires_at",
        ipAddress: "ip_address",
        userAgent: "user_agent",
      },
    },
    account: {
      modelName: "auth_accounts",
      fields: {
        ...times,
        userId: "user_id",
        accountId: "account_id",
        providerId: "provider_id",
        accessToken: "access_token",
        refreshToken: "refresh_token",
        idToken: "id_token",
        accessTokenExpiresAt: "access_token_expires_at",
        refreshTokenExpiresAt: "refresh_token_expires_at",
      },
    },
    verification: { modelName: "auth_verifications", fields: { ...times, expiresAt: "expires_at" } },
    advanced: { database: { generateId: () => crypto.randomUUID() } },
  });
}

/** Throws CONFIG_INVALID when the secret for signing sessions is missing or short. */
export function openAccounts(records: Records, settings: ApiSettings): Accounts {
  if ((settings.authSecret ?? "").length < 32) {
    throw new AppError("CONFIG_INVALID", {
      setting: "authSecret",
      problem: "accounts need a secret of 32 characters",
    });
  }
  const auth = configure(records, settings);
  const needsSetup = async (): Promise<boolean> => {
    const { rows } = await sql`SELECT 1 FROM auth_users LIMIT 1`.execute(records.db);
    return rows.length === 0;
  };
  return {
    needsSetup,
    handle: (request) => auth.handler(request),
    async identify(headers) {
      if (!headers.has("cookie")) return NOBODY;
      const session = await auth.api.getSession({ headers });
      if (session === null) return NOBODY;
      const { id, name, email, access } = session.user;
      return { actor: `user:${id}`, access: access as Access, user: { id, name, email } };
    },
    async setUp({ token, name, email, password }) {
      if (!isSame(token, settings.setupToken ?? "") || !(await needsSetup())) {
        throw new AppError("FORBIDDEN", { problem: "the token is wrong or the first account exists" });
      }
      const context = await auth.$context;
      const user = await context.internalAdapter.createUser(
        { name, email: email.toLowerCase(), emailVerified: true, access: "admin" },
        { method: "email-password" },
      );
      await context.internalAdapter.linkAccount({
        userId: user.id,
        accountId: user.id,
        providerId: "credential",
        password: await context.password.hash(password),
      });
    },
  };
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return expected !== "" && one.length === other.length && timingSafeEqual(one, other);
}
