// What is written in SQL stands in files of queries, and what each statement says it answers is what the server
// answers.
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Columns, Command, Statement } from './statement';

type Asked = { sql: Command<never[]>['sql']; columns?: Columns };

const folder = join(dirname(fileURLToPath(import.meta.url)), '..');
const sources = (end: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(end));
const load = async <T>(path: string) => (await import(/* @vite-ignore */ path)) as T;

const isAsked = (one: unknown): one is Asked =>
  typeof (one as Statement<never[], Columns> | null)?.sql === 'function';

const statements = await Promise.all(
  sources('queries.ts').map(async (file) => {
    const room = dirname(file);
    const queries = await load<Record<string, unknown>>(join(folder, file));
    const samples = join(folder, room, 'queries.samples.ts');
    const tried = existsSync(samples)
      ? (await load<{ default: Record<string, never[]> }>(samples)).default
      : {};
    return Object.entries(queries).flatMap(([name, asked]) =>
      isAsked(asked) ? [{ name: `${room} ${name}`, asked, sample: tried[name] }] : [],
    );
  }),
).then((rooms) => rooms.flat());

const client = new pg.Client(process.env.DATABASE_URL);
beforeAll(() => client.connect().then(() => undefined));
afterAll(() => client.end());

test.each(statements)('$name answers what it says', async ({ asked, sample }) => {
  expect(sample, 'a sample of its arguments').toBeDefined();
  const { text, values } = asked.sql(...sample!);
  await client.query('BEGIN');
  try {
    const { fields } = await client.query(text, values);
    if (!asked.columns) return;
    const types = await client.query<{ oid: number; name: string }>(
      'SELECT oid::int AS oid, format_type(oid, NULL) AS name FROM pg_type WHERE oid = ANY($1::oid[])',
      [fields.map(({ dataTypeID }) => dataTypeID)],
    );
    const nameOf = new Map(types.rows.map(({ oid, name }) => [oid, short[name] ?? name]));
    expect(
      Object.fromEntries(fields.map(({ name, dataTypeID }) => [name, nameOf.get(dataTypeID)])),
    ).toEqual(
      Object.fromEntries(Object.entries(asked.columns).map(([name, { type }]) => [name, type])),
    );
  } finally {
    await client.query('ROLLBACK');
  }
});

const short: Record<string, string> = {
  boolean: 'bool',
  integer: 'int4',
  'timestamp with time zone': 'timestamptz',
};
