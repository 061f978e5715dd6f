// Sign-in by better-auth on the records: e-mail and password, sessions in cookies. Nobody can sign up: the first administrator
// is made with the one-time token that the terminal shows, others with a link. Loaded only when the server asks for a login.
import { betterAuth } from "better-auth";
import { APIError } from "better-auth/api";
import type { Access } from "../../contract/endpoint.ts";
import { AppError } from "../../core/errors.ts";
import { addAccount, getAccount, lacksAdministrator, setPassword } from "../../records/accounts.ts";
import type { Records } from "../../records/records.ts";
import type { ApiSettings } from "../services.ts";
import { type Caller, NOBODY } from "./caller.ts";
import { isSameSecret } from "./same-secret.ts";
import { CLIENT_ADDRESS_HEADER } from "./web-request.ts";

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
  /** Whether nobody can sign in and administer. */
  needsSetup(): Promise<boolean>;
  /** Makes the first administrator. Throws FORBIDDEN for a wrong token or when there is one already. */
  setUp(account: FirstAccount): Promise<void>;
  hashPassword(password: string): Promise<string>;
};

const DISABLED = "This account is disabled. Ask an administrator to enable it.";

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
    rateLimit: {
      enabled: true,
      window: 60,
      max: 100,
      // From one address, behind which a whole office may sit. Passwords have 12 characters or more.
      customRules: { "/sign-in/email": { window: 60, max: 20 } },
    },
    user: {
      modelName: "auth_users",
      fields: { ...times, emailVerified: "email_verified" },
      additionalFields: {
        access: { type: "string", required: true, defaultValue: "read", input: false },
        disabledAt: { type: "date", required: false, fieldName: "disabled_at", input: false },
      },
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
    databaseHooks: {
      session: {
        create: {
          // Reached with the right password only, so it tells nobody else that there is such an account.
          async before({ userId }) {
            const { state } = await getAccount(records.db, userId);
            if (state === "disabled") throw new APIError("FORBIDDEN", { message: DISABLED });
          },
        },
      },
    },
    verification: { modelName: "auth_verifications", fields: { ...times, expiresAt: "expires_at" } },
    advanced: {
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
      database: { generateId: () => crypto.randomUUID() },
    },
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
  const needsSetup = () => lacksAdministrator(records.db);
  const hashPassword = async (password: string) => (await auth.$context).password.hash(password);
  return {
    needsSetup,
    hashPassword,
    handle: (request) => auth.handler(request),
    async identify(headers) {
      if (!headers.has("cookie")) return NOBODY;
      const session = await auth.api.getSession({ headers });
      if (session === null || session.user.disabledAt) return NOBODY;
      const { id, name, email, access } = session.user;
      return { actor: `user:${id}`, access: access as Access, user: { id, name, email } };
    },
    async setUp({ token, name, email, password }) {
      if (!isSameSecret(token, settings.setupToken ?? "") || !(await needsSetup())) {
        throw new AppError("FORBIDDEN", { problem: "the token is wrong or there is an administrator" });
      }
      const hash = await hashPassword(password);
      await records.db.transaction().execute(async (transaction) => {
        const id = await addAccount(transaction, { name, email, access: "admin" });
        await setPassword(transaction, id, hash);
      });
    },
  };
}
