// The map of topics, as arrays: a hundred thousand points as JSON numbers take five times the bytes and the time.

import { readWindow, windowValue } from "../../columnar/read/read-context.ts";
import { readTextsNear, readTopicMap } from "../../columnar/read/topic-map.ts";
import type { Handlers } from "../handler.ts";
import { resolveFilter } from "../read-scope.ts";
import type { ApiServices } from "../services.ts";

export function topicMapRoutes(services: ApiServices): Handlers<"getTopicMap" | "getTextsNear"> {
  const { columnar, workspace } = services;
  const { db } = services.records;
  return {
    async getTopicMap({ query }, request) {
      const context = await request.readContext(query.lens);
      const { filter, words } = await resolveFilter(db, workspace, query.filter);
      const scope = { filter, time: query.time };
      const [points, { window }] = await Promise.all([
        readTopicMap(columnar, scope, query.limit, context),
        readWindow(columnar, query.time, context),
      ]);
      return {
        points: points.topicIds.length,
        total: points.total,
        places: toBase64(points.places),
        topics: toBase64(points.topicIds),
        weights: toBase64(points.weights),
        window: windowValue(window, context.calendar.timeZone),
        filterWords: words,
      };
    },
    async getTextsNear({ query: { lens, filter: asked, time, ...place } }, request) {
      const context = await request.readContext(lens);
      const { filter } = await resolveFilter(db, workspace, asked);
      return { texts: [...(await readTextsNear(columnar, { filter, time }, place, context))] };
    },
  };
}

function toBase64(values: Float32Array | Uint32Array): string {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString("base64");
}
