import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { forgetUnsent, readUnsent } from '@/components/entry/saving/unsent-figures';
import { FormCopy } from './form-copy';

// A browser makes form data of a form; here a form is its fields.
type Fields = [string, string][];
const form = (fields: Fields) => fields as unknown as HTMLFormElement;

beforeEach(async () => {
  await forgetUnsent();
  vi.stubGlobal(
    'FormData',
    class {
      constructor(private fields: Fields) {}
      [Symbol.iterator]() {
        return this.fields[Symbol.iterator]();
      }
    },
  );
});

const newCopy = (personId = 'p', name = 'review 1') =>
  new FormCopy({ personId, reportId: 'r', submission: 1 }, name);
const asMade: Fields = [
  ['reason', ''],
  ['note.A', ''],
];
const typed: Fields = [
  ['reason', '与台账不一致'],
  ['note.A', ''],
  ['password', 'geheim'],
];

async function leave(copy: FormCopy, fields: Fields) {
  copy.begin(form(asMade));
  copy.keep(form(fields));
  await expect
    .poll(async () =>
      Object.keys(await readUnsent({ personId: 'p', reportId: 'r', submission: 1 })),
    )
    .toEqual(['form:review 1']);
}

test('what was typed is there again, without passwords, for this person and this form alone', async () => {
  await leave(newCopy(), typed);
  expect(await newCopy().recall()).toEqual({ reason: ['与台账不一致'], 'note.A': [''] });
  expect(await newCopy('q').recall()).toBeNull();
  expect(await newCopy('p', 'review 2').recall()).toBeNull();
});

test('a form as the server made it needs no copy; one that was sent or dropped has none', async () => {
  const copy = newCopy();
  await leave(copy, typed);
  copy.keep(form(asMade));
  await expect.poll(() => newCopy().recall()).toBeNull();
  await leave(newCopy(), typed);
  copy.forget();
  await expect.poll(() => newCopy().recall()).toBeNull();
});

test('what is being typed already is not written over by what was kept', async () => {
  await leave(newCopy(), typed);
  const later = newCopy();
  later.begin(form(asMade));
  later.keep(
    form([
      ['reason', '新的'],
      ['note.A', ''],
    ]),
  );
  expect(await later.recall()).toBeNull();
});
