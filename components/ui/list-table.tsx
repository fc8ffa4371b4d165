import type { ComponentProps, ReactNode } from 'react';
import { Table } from './table';

export type Column<Row> = {
  head: string;
  /** What stands in the cell; the first column names the row. */
  cell: (row: Row) => ReactNode;
  isNumber?: boolean;
  /** A box to choose the row by stands before its name, and its head is only heard. */
  isBox?: boolean;
  /** Its words stand alone where rows stack, without the head beside them. */
  isProse?: boolean;
  className?: string | ((row: Row) => string | undefined);
  /** How wide the column is, said at its head. */
  width?: string;
  lang?: string;
};

type Props<Row> = Omit<ComponentProps<typeof Table>, 'children'> & {
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  columns: readonly Column<Row>[];
  rowStyle?: (row: Row) => string | undefined;
};

/** A list of things, one row each, that stacks on a narrow screen with the head of each column beside its cell. */
export function ListTable<Row>(props: Props<Row>) {
  const { rows, keyOf, columns, rowStyle, stack = true, ...table } = props;
  const names = columns.findIndex(({ isBox }) => !isBox);
  return (
    <Table stack={stack} stickyHead {...table}>
      <thead>
        <tr>
          {columns.map(({ head, isNumber, isBox, width }) => (
            <th key={head} scope="col" className={classes(isNumber && 'number', width)}>
              {isBox ? <span className="sr-only">{head}</span> : head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)} className={rowStyle?.(row)}>
            {columns.map(({ head, cell, className, lang, ...is }, index) => {
              const own = typeof className === 'function' ? className(row) : className;
              const look = { className: classes(is.isNumber && 'number', own), lang };
              return index === names ? (
                <th key={head} scope="row" {...look}>
                  {cell(row)}
                </th>
              ) : (
                <td
                  key={head}
                  data-label={is.isBox || is.isProse || !stack ? undefined : head}
                  {...look}
                >
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

const classes = (...some: (string | false | undefined)[]): string | undefined =>
  some.filter(Boolean).join(' ') || undefined;
