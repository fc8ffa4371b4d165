// Who may write, from where, and in which words a page hears that nothing was written.
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { makeWorld, type World } from '@/lib/data/testing/test-world';
import {
  GongbaoError,
  InvalidError,
  NotFoundError,
  RefusedError,
} from '@/lib/domain/access/errors';
import type { Viewer } from '@/lib/data/database/access';
import { log } from '@/lib/log';
import { answerPatch, answerWrite, refuse } from './answer-write';
import { elsewhere, openBrowser, requestWith, signIn } from './test-browser';

vi.mock('next/headers', () => import('./test-headers'));

let world: World;
let reporter: Viewer;
beforeAll(async () => {
  world = await makeWorld();
  reporter = world.viewer('county', 'reporter');
});
beforeEach(openBrowser);

const write = vi.fn(async (viewer: Viewer) => Response.json({ wrote: viewer.account }));
beforeEach(() => void write.mockClear());
const told = async (answer: Response) => [answer.status, await answer.json()];

describe('a write', () => {
  test('of somebody signed in, from our own page, is done as that person', async () => {
    await signIn(reporter);
    expect(await told(await answerWrite(requestWith(null), write))).toEqual([
      200,
      { wrote: reporter.account },
    ]);
  });

  test('from a page of somebody else’s is refused, whoever is signed in', async () => {
    await signIn(reporter);
    expect(await told(await answerWrite(requestWith(null, elsewhere), write))).toEqual([
      403,
      { error: 'cross-origin' },
    ]);
    expect(write).not.toHaveBeenCalled();
  });

  test('of nobody is refused', async () => {
    const answer = await answerWrite(requestWith(null), write);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await told(answer)).toEqual([401, { error: 'signed-out' }]);
    expect(write).not.toHaveBeenCalled();
  });

  test('of a page that stands open for another person is refused', async () => {
    await signIn(reporter);
    const by = (personId: string) =>
      answerWrite(requestWith(null, { 'gongbao-person': personId }), write);
    const { personId } = world.viewer('county', 'signatory');
    expect(await told(await by(personId))).toEqual([401, { error: 'signed-out' }]);
    expect(write).not.toHaveBeenCalled();
    expect((await by(reporter.personId)).status).toBe(200);
  });

  test.each<[string, Error, number, object]>([
    ['what is not there', new NotFoundError(), 404, { error: 'not-found' }],
    ['what is not theirs', new RefusedError('report.fill'), 403, { error: 'refused' }],
    [
      'what cannot be done now',
      new InvalidError('period-closed', { period: '2021' }),
      409,
      { error: 'period-closed', params: { period: '2021' } },
    ],
    ['what makes no sense', new GongbaoError('odd'), 422, { error: 'odd' }],
  ])('that fails says why: %s', async (_, error, status, body) => {
    await signIn(reporter);
    const answer = await answerWrite(requestWith(null), () => Promise.reject(error));
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await told(answer)).toEqual([status, body]);
  });

  test('that nobody waits for is no failure', async () => {
    await signIn(reporter);
    const gone = new AbortController();
    const answer = answerWrite(requestWith(null, {}, gone.signal), async () => {
      gone.abort();
      throw new Error('aborted');
    });
    expect(await told(await answer)).toEqual([400, { error: 'aborted' }]);
  });

  test.each<[string, Error, number, string, string]>([
    ['of ours', new Error('a fault'), 500, 'failure', 'request failed'],
    [
      'of the database',
      Object.assign(new Error('gone'), { code: 'ECONNREFUSED' }),
      503,
      'database-down',
      'database down',
    ],
  ])(
    'that meets a fault %s gives a number that is in the log',
    async (_, error, status, word, line) => {
      await signIn(reporter);
      const logged = vi.spyOn(log, 'error').mockImplementation(() => undefined);
      const answer = await answerWrite(requestWith(null), () => Promise.reject(error));
      const body = (await answer.json()) as { error: string; number: string };
      expect([answer.status, body.error]).toEqual([status, word]);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(body.number).toMatch(/\S{4,}/);
      expect(logged).toHaveBeenCalledWith({ number: body.number, err: error }, line);
      logged.mockRestore();
    },
  );

  test('may be refused with what a sentence needs', async () => {
    expect(await told(refuse(409, 'late', { day: '1' }))).toEqual([
      409,
      { error: 'late', params: { day: '1' } },
    ]);
  });
});

describe('a page that saves while somebody types', () => {
  const schema = z.object({ typed: z.string() });
  const save = vi.fn(async (viewer: Viewer, { typed }: z.output<typeof schema>) => ({
    by: viewer.account,
    typed,
  }));
  beforeEach(() => void save.mockClear());
  const patch = (body: string, headers?: Record<string, string>) =>
    answerPatch(requestWith(body, headers), schema, save);

  test('is answered what was saved, for itself only', async () => {
    await signIn(reporter);
    const answer = await patch(JSON.stringify({ typed: '十二', more: 1 }));
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await told(answer)).toEqual([200, { by: reporter.account, typed: '十二' }]);
  });

  test('sends text without what cannot be stored or seen', async () => {
    await signIn(reporter);
    await patch(JSON.stringify({ typed: 'a\u0000b' }));
    expect(save.mock.calls[0]![1].typed).not.toContain('\u0000');
  });

  test.each(['{', '', '[]', '{"typed":1}'])('is told that %j is malformed', async (body) => {
    await signIn(reporter);
    expect(await told(await patch(body))).toEqual([422, { error: 'malformed' }]);
    expect(save).not.toHaveBeenCalled();
  });

  test('may send 256 KiB and not a byte more', async () => {
    await signIn(reporter);
    const ofSize = (bytes: number) =>
      patch(JSON.stringify({ typed: 'x'.repeat(bytes - JSON.stringify({ typed: '' }).length) }));
    expect((await ofSize(256 * 1024)).status).toBe(200);
    expect(await told(await ofSize(256 * 1024 + 1))).toEqual([413, { error: 'too-large' }]);
  });

  test('is refused like any other write', async () => {
    expect(await told(await patch('{"typed":""}'))).toEqual([401, { error: 'signed-out' }]);
    await signIn(reporter);
    expect(await told(await patch('{"typed":""}', elsewhere))).toEqual([
      403,
      { error: 'cross-origin' },
    ]);
    expect(save).not.toHaveBeenCalled();
  });
});
