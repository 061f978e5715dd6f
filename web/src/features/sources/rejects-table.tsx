import type { ImportPreview } from "../../../../src/contract/imports.ts";
import { type Column, rowsOf } from "../../ui/table/column.ts";
import { DataTable } from "../../ui/table/data-table.tsx";
import { placeWords } from "./import-words.ts";

type Reject = ImportPreview["rejects"][number];

const COLUMNS: readonly Column<Reject>[] = [
  {
    id: "place",
    label: "Place",
    width: 180,
    grow: 2,
    isFixed: true,
    value: ({ place }) => placeWords(place),
  },
  { id: "field", label: "Field", width: 110, from: 600, value: ({ field }) => field },
  { id: "expected", label: "Expected", width: 140, grow: 2, value: ({ expected }) => expected },
  { id: "advice", label: "What to do", width: 200, grow: 3, from: 600, value: ({ advice }) => advice },
];

/** What was set aside: where it stands, which field, what was expected, what to do. */
export function RejectsTable(props: { readonly rejects: ImportPreview["rejects"] }) {
  return (
    <DataTable
      id="rejects"
      label="Records set aside"
      columns={COLUMNS}
      rows={rowsOf(props.rejects)}
      keyOf={({ place, field }) => `${placeWords(place)} ${field ?? ""}`}
      empty={null}
      height={480}
    />
  );
}
