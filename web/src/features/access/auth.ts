// Signing in and out. The endpoints are better-auth's own, under /api/auth; the session is a cookie that this page never sees.
import { client, queryClient } from "../../api/client.ts";

async function post(path: string, body: object): Promise<void> {
  const response = await fetch(`/api/auth${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    credentials: "same-origin",
    body: JSON.stringify(body),
  });
  if (response.ok) return;
  const answer: unknown = await response.json().catch(() => undefined);
  throw new SignInError(response.status, messageOf(answer));
}

function messageOf(answer: unknown): string {
  if (typeof answer !== "object" || answer === null) return "";
  if ("message" in answer && typeof answer.message === "string") return answer.message;
  return "title" in answer && typeof answer.title === "string" ? answer.title : "";
}

/** The server did not let somebody in. */
export class SignInError extends Error {
  override readonly name = "SignInError";
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export async function signIn(email: string, password: string): Promise<void> {
  await post("/sign-in/email", { email, password });
  await queryClient.resetQueries();
}

/** Makes the first account with the one-time token of the terminal, and signs it in. */
export async function setUp(first: {
  readonly token: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}): Promise<void> {
  await client.call("postSetup", { body: first });
  await signIn(first.email, first.password);
}

/** Changes one's own password and signs out everywhere else. */
export async function changePassword(given: {
  readonly currentPassword: string;
  readonly newPassword: string;
}): Promise<void> {
  await post("/change-password", { ...given, revokeOtherSessions: true });
}

export async function signOut(): Promise<void> {
  await post("/sign-out", {});
  await queryClient.resetQueries();
}

/** Why somebody was not let in, and what to do. */
export function signInWords(error: SignInError): string {
  if (error.status === 401 || error.status === 403) return "The e-mail address or the password is not right.";
  if (error.status === 429) return "Too many tries. Wait a minute, then try again.";
  return error.message === ""
    ? `The server answered ${error.status}. Try again; its log has the cause.`
    : error.message;
}
