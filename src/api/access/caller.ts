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

const RANK: Readonly<Record<Access, number>> = { public: 0, read: 1, write: 2, admin: 3 };

/** Whether what someone may do covers what a route asks for. */
export function covers(has: Access, needs: Access): boolean {
  return RANK[has] >= RANK[needs];
}
