import type { ReactNode } from "react";

/** A short list as a table: the last column holds what one can do. On a phone its rows are cards. */
export function SettingsTable(props: { readonly columns: readonly string[]; readonly children: ReactNode }) {
  return (
    <div className="table-scroll">
      <table className="plain folds">
        <thead>
          <tr>
            {props.columns.map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>{props.children}</tbody>
      </table>
    </div>
  );
}
