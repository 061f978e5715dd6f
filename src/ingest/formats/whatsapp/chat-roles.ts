// Who is who in a WhatsApp chat, which says nothing of roles itself.
import type { Role } from "../../../core/domain.ts";
import { parseLine } from "./parse-line.ts";

export type ChatRoles = {
  roleOf(author: string): Role | undefined;
  /** What was assumed, in words; undefined when the roles were given. */
  readonly assumption: string | undefined;
};

/**
 * Roles given by name (in lower case, `*` for the rest) win. Otherwise, in a chat of two, the first to write is the
 * customer and the other the agent; in a group everyone is a customer. `lines` are the first lines of the chat.
 */
export function chatRoles(
  lines: readonly string[],
  given: Readonly<Record<string, Role>> | undefined,
): ChatRoles {
  if (given !== undefined && Object.keys(given).length > 0) {
    return { roleOf: (author) => given[author.toLowerCase()] ?? given["*"], assumption: undefined };
  }
  const authors = new Set<string>();
  for (const line of lines) {
    const parsed = parseLine(line);
    if (parsed.kind === "message") authors.add(parsed.author);
  }
  const [first] = authors;
  return authors.size > 2
    ? {
        roleOf: () => "customer",
        assumption: "A group chat names no roles; everyone was taken as a customer.",
      }
    : {
        roleOf: (author) => (author === first ? "customer" : "agent"),
        assumption:
          "The chat names no roles; who wrote first was taken as the customer, the other as the agent.",
      };
}
