import type { ImportPreview } from "../../../../src/contract/imports.ts";
import { placeWords } from "./import-words.ts";

/** What was set aside: where it stands, which field, what was expected, what to do. */
export function RejectsTable(props: { readonly rejects: ImportPreview["rejects"] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="table-scroll" tabIndex={0} aria-label="Records set aside">
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">Place</th>
            <th scope="col">Field</th>
            <th scope="col">Expected</th>
            <th scope="col">What to do</th>
          </tr>
        </thead>
        <tbody>
          {props.rejects.map((reject, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one place may have two rejects, and they keep their order
            <tr key={index}>
              <td className="mono">{placeWords(reject.place)}</td>
              <td className="mono">{reject.field ?? "–"}</td>
              <td>{reject.expected}</td>
              <td>{reject.advice}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
