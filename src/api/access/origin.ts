// Pure: whether a request comes from this server's own pages. Refuses pages of other origins (which could use a browser
// that sits on this machine as their hand) and names that a foreign DNS server points here (DNS rebinding).

export type OriginRequest = {
  readonly method: string;
  readonly path: string;
  /** The Host header. */
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** Sec-Fetch-Site, Sec-Fetch-Mode: what browsers say of themselves. */
  readonly fetchSite: string | undefined;
  readonly fetchMode: string | undefined;
};

export type OriginRules = {
  /** Whether only names of this machine are answered. */
  readonly onlyLoopback: boolean;
  /** The address that the server listens on; it is answered as well. */
  readonly host: string;
  readonly publicUrl: string;
};

export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, "").toLowerCase();
  return name === "localhost" || name === "::1" || /^127(\.\d{1,3}){3}$/.test(name);
}

/** `example.org:80` → `example.org`, `[::1]:80` → `::1`; undefined for what is no host. */
function hostName(host: string | undefined): string | undefined {
  if (host === undefined || !/^[A-Za-z0-9.:[\]_-]+$/.test(host)) return undefined;
  try {
    return new URL(`http://${host}`).hostname.replace(/^\[|\]$/g, "");
  } catch {
    return undefined;
  }
}

function publicOrigin(rules: OriginRules): URL | undefined {
  return rules.publicUrl === "" ? undefined : new URL(rules.publicUrl);
}

/** What is foreign about a request, for the error; undefined when it may pass. */
export function findForeign(request: OriginRequest, rules: OriginRules): string | undefined {
  const name = hostName(request.host);
  if (name === undefined) return "no valid host";
  const proxy = publicOrigin(rules);
  if (rules.onlyLoopback && !isLoopback(name) && name !== rules.host && name !== proxy?.hostname) return name;
  if (request.origin !== undefined) {
    const own = [`http://${request.host}`, `https://${request.host}`, proxy?.origin];
    if (!own.includes(request.origin)) return request.origin;
  }
  const site = request.fetchSite;
  if (site === undefined || site === "same-origin" || site === "none") return undefined;
  return isNavigation(request) ? undefined : "another site";
}

/** Following a link from elsewhere to a page of the workbench is fine; to the API it is not. */
function isNavigation(request: OriginRequest): boolean {
  return (
    request.method === "GET" && request.fetchMode === "navigate" && !/^\/(v1|api)(\/|$)/.test(request.path)
  );
}
