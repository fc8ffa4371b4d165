// A form as a browser sends it: whose it is, where it comes from, what fits, and that nothing typed is lost.
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { makeWorld, type World } from '@/lib/data/testing/test-world';
import { InvalidError, NotFoundError } from '@/lib/domain/access/errors';
import type { Viewer } from '@/lib/data/database/access';
import { personField } from '@/lib/domain/entry/typed-values';
import { formAction, openFormAction } from './form-action';
import { elsewhere, openBrowser, ownPage, signIn } from './test-browser';
import { arrive } from './test-headers';

vi.mock('next/headers', () => import('./test-headers'));

let world: World;
let reporter: Viewer;
beforeAll(async () => {
  world = await makeWorld();
  reporter = world.viewer('county', 'reporter');
});

const schema = z.object({
  name: z.string({ error: 'name-empty' }).min(1, { error: 'name-empty' }),
  'unit[]': z.array(z.string()).default([]),
  password: z.string().optional(),
  scan: z.instanceof(File).optional(),
});
type Input = z.output<typeof schema>;
const handler = vi.fn(async (viewer: Viewer, { name }: Input) => `${viewer.account} ${name}`);
const openHandler = vi.fn(async ({ name }: Input) => name);
const [send, sendOpen] = [formAction(schema, handler), openFormAction(schema, openHandler)];
beforeEach(() => {
  openBrowser();
  handler.mockClear();
  openHandler.mockClear();
});

const nothing = { issues: [], values: {} };
function form(...fields: [string, string | File][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

describe('a form of somebody signed in', () => {
  beforeEach(() => signIn(reporter));

  test('is handled as that person, and is empty afterwards', async () => {
    expect(await send(nothing, form(['name', '东风']))).toEqual({
      issues: [],
      values: {},
      result: `${reporter.account} 东风`,
    });
  });

  test('that stands open for another person is not handled; what was typed stays, but for passwords', async () => {
    const { personId } = world.viewer('county', 'signatory');
    expect(
      await send(nothing, form([personField, personId], ['name', ' 东风 '], ['password', 'own'])),
    ).toEqual({
      issues: [{ field: null, code: 'other-person', params: { name: reporter.name } }],
      values: { name: [' 东风 '] },
    });
    expect(handler).not.toHaveBeenCalled();
    expect(
      await send(nothing, form([personField, reporter.personId], ['name', '东风'])),
    ).toMatchObject({ issues: [] });
  });

  test('of another address is refused', async () => {
    arrive(elsewhere);
    await expect(send(nothing, form(['name', '东风']))).rejects.toThrow('another address');
    expect(handler).not.toHaveBeenCalled();
  });

  test('that does not fit comes back with the code of each field and what was typed', async () => {
    expect(
      await send(nothing, form(['unit[]', '320925'], ['unit[]', '320981'], ['password', 'own'])),
    ).toEqual({
      issues: [{ field: 'name', code: 'name-empty', params: {} }],
      values: { 'unit[]': ['320925', '320981'] },
    });
    expect(handler).not.toHaveBeenCalled();
  });

  test('that is wrong as a whole says so of no field', async () => {
    const whole = formAction(
      z.object({ name: z.string() }).refine(() => false, { error: 'all-wrong' }),
      async () => undefined,
    );
    expect(await whole(nothing, form(['name', '东风']))).toEqual({
      issues: [{ field: '', code: 'all-wrong', params: {} }],
      values: { name: ['东风'] },
    });
  });

  test('gives lists, single fields, passwords as typed, files, and nothing of the framework', async () => {
    const scan = new File(['%PDF'], '封面.pdf');
    await send(
      nothing,
      form(
        ['name', ' 东\u0000风 '],
        ['name', 'second'],
        ['unit[]', ' 320925 '],
        ['password', ' as typed '],
        ['$ACTION_ID', 'x'],
        ['scan', scan],
      ),
    );
    expect(handler.mock.calls[0]![1]).toEqual({
      name: ' 东风 ',
      'unit[]': [' 320925 '],
      password: ' as typed ',
      scan: expect.any(File),
    });
  });

  test.each<[string, object, object]>([
    ['of a field', { field: 'name', most: '5' }, { field: 'name' }],
    ['of the whole', { most: '5' }, { field: null }],
  ])('that the domain refuses says why: %s', async (_, params, where) => {
    handler.mockRejectedValueOnce(new InvalidError('too-long', params as Record<string, string>));
    expect(await send(nothing, form(['name', '东风'], ['password', 'own']))).toEqual({
      issues: [{ ...where, code: 'too-long', params }],
      values: { name: ['东风'] },
    });
  });

  test('of what is not there is a page not found; any other fault is thrown on', async () => {
    handler.mockRejectedValueOnce(new NotFoundError());
    await expect(send(nothing, form(['name', '东风']))).rejects.toMatchObject({
      digest: expect.stringContaining('404'),
    });
    const fault = new Error('a fault');
    handler.mockRejectedValueOnce(fault);
    await expect(send(nothing, form(['name', '东风']))).rejects.toBe(fault);
  });
});

describe('whoever is not signed in', () => {
  test('is sent to sign in, and comes back to the page', async () => {
    arrive({ ...ownPage, 'x-gongbao-path': '/reports' });
    await expect(send(nothing, form(['name', '东风']))).rejects.toMatchObject({
      digest: expect.stringMatching(/sign-in.*reports/),
    });
    expect(handler).not.toHaveBeenCalled();
  });

  test('may send the few forms that are open, from our own page', async () => {
    expect(await sendOpen(nothing, form(['name', '东风']))).toEqual({
      issues: [],
      values: {},
      result: '东风',
    });
    arrive(elsewhere);
    await expect(sendOpen(nothing, form(['name', '东风']))).rejects.toThrow('another address');
  });
});
