// Lists of conversations and single ones.
import { toConversation } from "../../columnar/read/conversation-columns.ts";
import { readMatches } from "../../columnar/read/excerpts.ts";
import { windowValue } from "../../columnar/read/read-context.ts";
import { readConversation } from "../../columnar/read/read-conversation.ts";
import { countConversations, searchConversations } from "../../columnar/read/search-conversations.ts";
import { AppError } from "../../core/errors.ts";
import type { Handlers } from "../handler.ts";
import { resolveFilter } from "../read-scope.ts";
import type { ApiServices } from "../services.ts";

type Names = "searchConversations" | "getConversation";

export function conversationRoutes(services: ApiServices): Handlers<Names> {
  const { columnar, workspace } = services;
  const { db } = services.records;
  return {
    async searchConversations({ body }, scope) {
      const { search } = body;
      if (body.cursor !== undefined && body.offset !== undefined) {
        throw new AppError("REQUEST_INVALID", { problem: "give a cursor or an offset, not both" });
      }
      const words = search?.mode === "exact" ? search.text : undefined;
      const [context, scoped, semantic] = await Promise.all([
        scope.readContext(),
        resolveFilter(db, workspace, body.filter),
        search?.mode === "semantic" ? services.embedQuery(search.text) : undefined,
      ]);
      const { time, sort, cursor, offset, limit } = body;
      const question = { filter: scoped.filter, time, sort, cursor, offset, limit, words, semantic };
      const [page, outOf] = await Promise.all([
        searchConversations(columnar, question, context),
        countConversations(columnar, context),
      ]);
      const matches = await readMatches(columnar, page.rows, words, context);
      return {
        rows: page.rows.map((row) => ({
          ...toConversation(row, context.topics),
          firstCustomerText: row.first_customer_text,
          match: matches.get(row.conversation_id) ?? null,
        })),
        total: page.total,
        outOf,
        nextCursor: page.nextCursor,
        window: windowValue(page.window, context.calendar.timeZone),
        filterWords: scoped.words,
      };
    },
    async getConversation({ params }, scope) {
      const found = await readConversation(columnar, params.id, await scope.readContext());
      if (found === undefined) throw new AppError("NOT_FOUND", { kind: "conversation", id: params.id });
      return found;
    },
  };
}
