import type { ReactNode } from 'react';
import { Table } from './table';

type Column<Row> = {
  head: string;
  /** What stands in the cell; the first column names the row. */
  cell: (row: Row) => ReactNode;
  isNumber?: boolean;
  className?: string;
  lang?: string;
};

type Props<Row> = {
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  columns: readonly Column<Row>[];
};

/** A list of things, one row each, that stacks on a narrow screen with the head of each column beside its cell. */
export function ListTable<Row>({ rows, keyOf, columns }: Props<Row>) {
  return (
    <Table stack stickyHead>
      <thead>
        <tr>
          {columns.map(({ head, isNumber }) => (
            <th key={head} scope="col" className={isNumber ? 'number' : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ head, cell, isNumber, className, lang }, index) => {
              const look = [isNumber && 'number', className].filter(Boolean).join(' ') || undefined;
              return index === 0 ? (
                <th key={head} scope="row" className={look} lang={lang}>
                  {cell(row)}
                </th>
              ) : (
                <td key={head} data-label={head} className={look} lang={lang}>
                  {cell(row)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
