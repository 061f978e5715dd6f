// The one-time token of the link that the terminal shows (`/setup?token=…`), read before the router tidies the address.

export function tokenOf(search: string): string {
  return new URLSearchParams(search).get("token") ?? "";
}

/** The one-time token of a link that an administrator handed over (`/join#…`). */
export function joinTokenOf(location: { readonly pathname: string; readonly hash: string }): string {
  return location.pathname === "/join" ? location.hash.slice(1) : "";
}

export const JOIN_TOKEN = typeof window === "undefined" ? "" : joinTokenOf(window.location);
export const SETUP_TOKEN = typeof window === "undefined" ? "" : tokenOf(window.location.search);
