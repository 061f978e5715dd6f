// Who asks, and what they may do.
import type { Access } from "../../contract/endpoint.ts";

export type Caller = {
  /** `local`, `user:ID`, `key:ID` or `nobody`; what the audit says. */
  readonly actor: string;
  readonly access: Access;
  readonly user: { readonly id: string; readonly name: string; readonly email: string } | null;
};

export const LOCAL: Caller = { actor: "local", access: "admin", user: null };
export const NOBODY: Caller = { actor: "nobody", access: "public", user: null };
