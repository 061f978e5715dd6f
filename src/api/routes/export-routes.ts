// Exports as files that stream.
import type { ExportFormat } from "../../contract/export.ts";
import { exportRows } from "../export/export-rows.ts";
import type { Handlers } from "../handler.ts";
import { resolveFilter } from "../read-scope.ts";
import type { ApiServices } from "../services.ts";

const TYPES: Readonly<Record<ExportFormat, string>> = {
  jsonl: "application/x-ndjson; charset=utf-8",
  csv: "text/csv; charset=utf-8; header=present",
  parquet: "application/vnd.apache.parquet",
};

export function exportRoutes({ columnar, records, workspace }: ApiServices): Handlers<"getExport"> {
  return {
    async getExport({ params, query }, scope) {
      const { filter } = await resolveFilter(records.db, workspace, query.filter);
      const wanted = { filter, time: query.time };
      const context = await scope.readContext();
      const chunks = await exportRows(
        { columnar, db: records.db },
        params.kind,
        wanted,
        query.format,
        context,
      );
      return { type: TYPES[query.format], fileName: `${params.kind}.${query.format}`, chunks };
    },
  };
}
