// The routes that administer a workspace, called in this process: for the command line when no server runs on the data
// directory. The same handlers as behind HTTP, with the rights of whoever owns the directory.
import { LOCAL } from "../api/access/caller.ts";
import { type GivenInput, InvalidInput, parseInput } from "../api/parse-input.ts";
import { accountRoutes } from "../api/routes/account-routes.ts";
import { apiKeyRoutes } from "../api/routes/api-key-routes.ts";
import { redactionRoutes } from "../api/routes/redaction-routes.ts";
import type { Settings } from "../config/settings.ts";
import type { ClientInput, ClientOutput } from "../contract/client.ts";
import type { Endpoint } from "../contract/endpoint.ts";
import { routes } from "../contract/routes.ts";
import { AppError } from "../core/errors.ts";
import { openRuntime } from "./open-runtime.ts";

type Handled = ReturnType<typeof accountRoutes> &
  ReturnType<typeof apiKeyRoutes> &
  ReturnType<typeof redactionRoutes>;
type HandledName = keyof Handled;

/** A client of these routes alone. */
export type Administration = {
  call<Name extends HandledName>(name: Name, input: ClientInput<Name>): Promise<ClientOutput<Name>>;
};

/**
 * Opens the data directory, lets `work` call routes, and closes it.
 *
 * @throws AppError DATA_DIR_IN_USE, REQUEST_INVALID for input that does not fit the contract
 */
export async function administerHere<Result>(
  settings: Settings,
  work: (client: Administration) => Promise<Result>,
): Promise<Result> {
  const runtime = await openRuntime(settings);
  const services = { records: runtime.records, workspace: runtime.workspace.id, settings, clock: Date.now };
  const handlers = {
    ...accountRoutes(services, undefined),
    ...apiKeyRoutes(services),
    ...redactionRoutes(services),
  };
  try {
    return await work({
      async call(name, input) {
        const handler = handlers[name] as (
          input: unknown,
          scope: { caller: typeof LOCAL },
        ) => Promise<unknown>;
        const answer = await handler(parse(routes[name], input), { caller: LOCAL });
        return answer as ClientOutput<typeof name>;
      },
    });
  } finally {
    await runtime.close();
  }
}

function parse(route: Endpoint, given: GivenInput) {
  try {
    return parseInput(route, given);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const [issue] = error.issues;
    const field = issue?.path.join(".") ?? "";
    throw new AppError("REQUEST_INVALID", {
      problem: `${field === "" ? error.part : field}: ${issue?.message}`,
    });
  }
}
