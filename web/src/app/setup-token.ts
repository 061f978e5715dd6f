// The one-time token of the link that the terminal shows (`/setup?token=…`), read before the router tidies the address.

export function tokenOf(search: string): string {
  return new URLSearchParams(search).get("token") ?? "";
}

export const SETUP_TOKEN = typeof window === "undefined" ? "" : tokenOf(window.location.search);
