import { expect, test } from 'vitest';
import { keepingTyped } from './use-kept-form';

type State = {
  issues: { field: string | null; code: string; params: Record<string, string> }[];
  values: Record<string, string[]>;
  result?: string;
};
const untouched: State = { issues: [], values: {} };

function formOf(entries: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

const typed = formOf([
  ['reason', '台账正在并账'],
  ['mark[]', 'A'],
  ['mark[]', 'B'],
  ['password', 'geheim'],
  ['$ACTION_ID', '1'],
]);

test('an answer goes through as it is, and what was done is reported', async () => {
  const done: State[] = [];
  const taken: State = { issues: [], values: {}, result: 'taken' };
  expect(
    await keepingTyped(
      async () => taken,
      (state) => done.push(state),
    )(untouched, typed),
  ).toBe(taken);
  expect(done).toEqual([taken]);
});

test('a refusal is not reported as done', async () => {
  const done: State[] = [];
  const refused: State = {
    issues: [{ field: 'reason', code: 'reason-empty', params: {} }],
    values: {},
  };
  expect(
    await keepingTyped(
      async () => refused,
      (state) => done.push(state),
    )(untouched, typed),
  ).toBe(refused);
  expect(done).toEqual([]);
});

test.each([
  ['no answer', new TypeError('Failed to fetch'), { code: 'no-answer', params: {} }],
  [
    'a fault with a number',
    Object.assign(new Error('fault'), { digest: '4711' }),
    { code: 'step-failed', params: { number: '4711' } },
  ],
])('%s keeps what was typed but no password', async (_, error, issue) => {
  const done: State[] = [];
  const state = await keepingTyped<State>(
    () => Promise.reject(error),
    (one) => done.push(one),
  )(untouched, typed);
  expect(state).toEqual({
    issues: [{ field: null, ...issue }],
    values: { reason: ['台账正在并账'], 'mark[]': ['A', 'B'] },
  });
  expect(done).toEqual([]);
});

test('another page is an answer, and goes on', async () => {
  const redirect = Object.assign(new Error('NEXT_REDIRECT'), {
    digest: 'NEXT_REDIRECT;push;/reports;307;',
  });
  await expect(keepingTyped<State>(() => Promise.reject(redirect))(untouched, typed)).rejects.toBe(
    redirect,
  );
});
