import 'server-only';
import type { Client } from 'pg';

/** A table to copy: its name, its columns in order (generated ones left out) and the columns of its primary key. */
export type Table = { name: string; columns: string[]; key: string[] };

/** All tables of the application, those that others refer to before those that refer to them. */
export async function listTables(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    SELECT c.relname AS name,
      ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0
        AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum) AS columns,
      ARRAY(SELECT a.attname::text FROM pg_index i
        CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k(attnum, place)
        JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
        WHERE i.indrelid = c.oid AND i.indisprimary ORDER BY k.place) AS key
    FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND c.relname <> '_prisma_migrations'
    ORDER BY c.relname`);
  const { rows: references } = await client.query<{ from: string; to: string }>(`
    SELECT DISTINCT conrelid::regclass::text AS "from", confrelid::regclass::text AS "to"
    FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conrelid <> confrelid`);
  return inOrder(rows, references);
}

/** The migrations that were applied, in their order. */
export async function listMigrations(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    SELECT migration_name AS name FROM _prisma_migrations
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`);
  return rows.map(({ name }) => name);
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const listed = (names: readonly string[]): string => names.map(quoted).join(', ');

/** Reads all rows of a table in the order of its key. Every table has one, so the order is the same anywhere. */
export const copyOut = ({ name, columns, key }: Table): string =>
  `COPY (SELECT ${listed(columns)} FROM ${quoted(name)} ORDER BY ${listed(key)}) TO STDOUT`;

/** Takes rows in. */
export const copyIn = ({ name, columns }: Pick<Table, 'name' | 'columns'>): string =>
  `COPY ${quoted(name)} (${listed(columns)}) FROM STDIN`;

/** Switches the freezing triggers of a table off or on; only its owner may. */
export const triggers = (name: string, state: 'DISABLE' | 'ENABLE'): string =>
  `ALTER TABLE ${quoted(name)} ${state} TRIGGER USER`;

export const emptyAll = (names: readonly string[]): string => `TRUNCATE ${listed(names)}`;

/** How values are printed must not depend on the server's settings. */
export const printAlike = `SET datestyle = 'ISO, YMD'; SET timezone = 'UTC'; SET intervalstyle = 'postgres';
  SET extra_float_digits = 1; SET bytea_output = 'hex'; SET statement_timeout = 0; SET search_path = public`;

function inOrder(tables: Table[], references: { from: string; to: string }[]): Table[] {
  const plain = (name: string) => name.replaceAll('"', '');
  const waiting = new Map(tables.map((table) => [table.name, table]));
  const ordered: Table[] = [];
  while (waiting.size > 0) {
    const free = [...waiting.values()].filter(
      ({ name }) =>
        !references.some(({ from, to }) => plain(from) === name && waiting.has(plain(to))),
    );
    // Tables that refer to each other in a ring could not be filled one after the other.
    if (free.length === 0) throw new Error(`tables in a ring: ${[...waiting.keys()].join(', ')}`);
    for (const table of free) {
      ordered.push(table);
      waiting.delete(table.name);
    }
  }
  return ordered;
}
