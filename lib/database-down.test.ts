import { expect, test } from 'vitest';
import { DatabaseDownError, isDatabaseDown } from './database-down';

// What Prisma, its adapter and node-postgres say when the database is away, hangs or ends a connection.
test.each([
  "Can't reach database server at db:5432",
  'connect ECONNREFUSED 127.0.0.1:5432',
  'Connection terminated unexpectedly',
  'Client has encountered a connection error and is not queryable',
  'Query read timeout',
  'timeout exceeded when trying to connect',
  'Transaction API error: Transaction already closed: the timeout for this transaction was 15000 ms',
  'Transaction API error: Unable to start a transaction in the given time.',
  'terminating connection due to administrator command 57P01',
  'sorry, too many clients already',
])('%s: the database is down', (message) => {
  expect(isDatabaseDown(new Error(message))).toBe(true);
});

test.each(['P2028', 'P2024', '53300', 'ECONNRESET'])('code %s: the database is down', (code) => {
  expect(isDatabaseDown(Object.assign(new Error('failed'), { code }))).toBe(true);
});

test.each([
  new Error('duplicate key value violates unique constraint'),
  new Error('invalid input syntax for type numeric'),
  'Query read timeout',
  null,
])('%s: a fault of its own', (error) => {
  expect(isDatabaseDown(error)).toBe(false);
});

test('what was named once stays named', () => {
  expect(isDatabaseDown(new DatabaseDownError(new Error('x')))).toBe(true);
});
