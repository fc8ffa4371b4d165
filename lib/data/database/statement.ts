import 'server-only';
import type { Prisma } from '@/prisma/generated/client';

/** A column that a statement answers: its type on the server, and with it that of its values here. */
export type Column<T> = { type: ServerType; isNullable: boolean; value?: T };
export type ServerType =
  'bool' | 'int4' | 'text' | 'uuid' | 'timestamptz' | 'json' | 'jsonb' | 'text[]';

export const column = <T>(type: ServerType): Column<T> => ({ type, isNullable: false });

export const bool = column<boolean>('bool');
export const int4 = column<number>('int4');
export const text = column<string>('text');
export const uuid = column<string>('uuid');
export const timestamptz = column<Date>('timestamptz');
export const texts = column<string[]>('text[]');
/** A text that is one of a few, such as an enumeration cast to text. */
export const textOf = <T extends string>(): Column<T> => column<T>('text');
export const json = <T>(): Column<T> => column<T>('json');
export const jsonb = <T>(): Column<T> => column<T>('jsonb');
export const nullable = <T>(of: Column<T>): Column<T | null> => ({ ...of, isNullable: true });

export type Columns = Readonly<Record<string, Column<unknown>>>;
export type RowOf<C extends Columns> = {
  -readonly [K in keyof C]: C[K] extends Column<infer T> ? T : never;
};

type Client = Pick<Prisma.TransactionClient, '$queryRaw' | '$executeRaw'>;

/** What is asked in SQL and not through Prisma, because it locks, because it is asked all the time, or because Prisma
 *  would carry whole tables here. `columns` are held against what the server answers (statements.test.ts). */
export type Statement<A extends unknown[], C extends Columns> = {
  columns: C;
  sql: (...args: A) => Prisma.Sql;
  read: (client: Client, ...args: A) => Promise<RowOf<C>[]>;
};

/** A statement that answers rows of these columns. */
export const statement = <C extends Columns, A extends unknown[]>(
  columns: C,
  sql: (...args: A) => Prisma.Sql,
): Statement<A, C> => ({
  columns,
  sql,
  read: (client, ...args) => client.$queryRaw<RowOf<C>[]>(sql(...args)),
});

/** A statement that answers how many rows it wrote. */
export type Command<A extends unknown[]> = {
  sql: (...args: A) => Prisma.Sql;
  run: (client: Client, ...args: A) => Promise<number>;
};

/** Arguments to try every statement of a room with (statements.test.ts). */
export type Samples<Q> = {
  [K in keyof Q as Q[K] extends { sql: (...args: never[]) => unknown } ? K : never]: Q[K] extends {
    sql: (...args: infer A) => unknown;
  }
    ? A
    : never;
};

export const command = <A extends unknown[]>(sql: (...args: A) => Prisma.Sql): Command<A> => ({
  sql,
  run: (client, ...args) => client.$executeRaw(sql(...args)),
});
