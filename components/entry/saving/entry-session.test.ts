import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mergeFigures, type EntrySession } from './entry-session';
import { figure, place, saveAll, until, TestServer } from './test-session';
import { forgetUnsent, readUnsent } from './unsent-figures';

let server: TestServer;
let session: EntrySession;

beforeEach(async () => {
  await forgetUnsent();
  server = new TestServer();
  await server.start();
  session = server.open();
});
afterEach(() => server.stop());

describe('the entry page’s cells', () => {
  it('counts what is asked for and what of it the server holds', async () => {
    expect(session.status.read()).toMatchObject({ filled: 0, total: 1 });
    session.editor.type('B', '3');
    session.editor.commit('B');
    session.editor.type('A', '5');
    expect(session.status.read()).toMatchObject({ filled: 0, total: 1 });
    session.editor.commit('A');
    await expect
      .poll(() => session.status.read())
      .toMatchObject({ filled: 1, total: 1, saving: 0 });
  });

  it('saves a cell when it is left, and says so only after the server did', async () => {
    session.editor.type('A', '１２');
    session.editor.commit('A');
    expect(session.cells.get('A')?.state).toBe('waiting');
    await until(() => session.cells.get('A')?.state === 'saved');
    expect(server.received).toEqual([
      [{ indicator: 'A', submission: 1, revision: 0, typed: '１２' }],
    ]);
    expect(session.cells.get('A')?.content).toEqual({ typed: '12' });
    expect(await kept()).toEqual({});
  });

  it('keeps what is wrong, in the cell and in the browser, and sends nothing', async () => {
    session.editor.type('A', '约多300');
    session.editor.commit('A');
    expect(session.cells.get('A')?.state).toBe('invalid');
    await session.copy.write();
    expect(await kept()).toMatchObject({ A: { typed: '约多300', revision: 0 } });
    expect(server.received).toEqual([]);
  });

  it('sends again what a busy server lost, once', async () => {
    server.answers.push(() => ({ status: 503, body: { error: 'database-down', number: 'A1' } }));
    session.editor.type('A', '12');
    session.editor.commit('A');
    await until(() => session.status.read().trouble !== null);
    expect(session.cells.get('A')?.state).toBe('waiting');
    expect(await kept()).toMatchObject({ A: { typed: '12' } });
    await until(() => session.cells.get('A')?.state === 'saved');
    expect(server.received).toHaveLength(2);
    expect(session.status.read()).toMatchObject({ unsent: 0, trouble: null });
  });

  it('takes an answer that breaks off for none', async () => {
    server.answers.push(() => ({ status: 200, body: undefined }));
    session.editor.type('A', '12');
    session.editor.commit('A');
    await until(() => session.status.read().trouble?.kind === 'network');
    await until(() => session.cells.get('A')?.state === 'saved');
    expect(server.received).toHaveLength(2);
  });

  it('does not repeat what the server refused, and keeps it', async () => {
    server.answers.push(() => ({ status: 409, body: { error: 'not-open-for-entry' } }));
    session.editor.type('A', '12');
    session.editor.commit('A');
    await until(() => session.cells.get('A')?.state === 'failed');
    expect(session.status.read().trouble).toEqual({
      kind: 'refused',
      code: 'not-open-for-entry',
      number: null,
      params: {},
    });
    expect(await kept()).toMatchObject({ A: { typed: '12' } });
  });

  it.each([
    ['mine', [{ indicator: 'A', revision: 4, typed: '12' }], '12'],
    ['theirs', undefined, '120'],
  ] as const)(
    'shows both values of a conflict and lets the person keep %s',
    async (keep, sent, standing) => {
      server.answers.push(() => ({
        status: 200,
        body: {
          results: [{ indicator: 'A', outcome: 'conflict', figure: figure('A', '120', 4, '王敏') }],
        },
      }));
      session.editor.type('A', '12');
      session.editor.commit('A');
      await until(() => session.cells.get('A')?.state === 'conflict');
      expect(session.cells.get('A')).toMatchObject({
        content: { typed: '12' },
        theirs: { value: '120', enteredBy: '王敏' },
      });
      session.editor.resolve('A', keep);
      await until(() => ['saved', 'idle'].includes(session.cells.get('A')?.state ?? ''));
      expect(server.received[1]).toEqual(sent);
      expect(session.cells.get('A')?.content).toEqual({ typed: standing });
    },
  );

  it('sends what was typed on meanwhile on top of what was saved', async () => {
    session.editor.type('A', '1');
    session.editor.commit('A');
    await until(() => server.received.length === 1);
    session.editor.type('A', '12');
    session.editor.commit('A');
    await until(() => session.cells.get('A')?.state === 'saved' && server.received.length === 2);
    expect(server.received[1]).toEqual([
      { indicator: 'A', submission: 1, revision: 1, typed: '12' },
    ]);
  });

  it.each(['typed again', 'undone', 'given up with Esc'])(
    'brings the server back to what stood there when that is %s while it was on its way',
    async (how) => {
      session.editor.type('A', '5');
      session.editor.commit('A');
      await until(() => session.cells.get('A')?.state === 'saved');
      let answer = () => {};
      server.answers.push(
        (edits) => new Promise((resolve) => (answer = () => resolve(saveAll(edits)))),
      );
      session.editor.type('A', '7');
      session.editor.commit('A');
      await until(() => server.received.length === 2);
      if (how === 'undone') session.editor.undo();
      else if (how === 'typed again') {
        session.editor.type('A', '5');
        session.editor.commit('A');
      } else session.editor.restore('A');
      answer();
      await until(() => server.received.length === 3 && session.cells.get('A')?.state === 'saved');
      expect(server.received[2]).toEqual([
        { indicator: 'A', submission: 1, revision: 2, typed: '5' },
      ]);
      expect(session.cells.get('A')?.content).toEqual({ typed: '5' });
    },
  );

  it('undoes many cells in one step and does them again', async () => {
    session.editor.fill([
      { code: 'A', content: { typed: '1' } },
      { code: 'B', content: { typed: '2' } },
    ]);
    session.editor.type('A', '9');
    session.editor.commit('A');
    expect(session.editor.undo()).toEqual(['A']);
    expect(session.editor.undo()).toEqual(['A', 'B']);
    expect([session.cells.get('A')?.content, session.cells.get('B')?.content]).toEqual([
      { typed: '' },
      { typed: '' },
    ]);
    expect(session.editor.redo()).toEqual(['A', 'B']);
    await until(() => ['A', 'B'].every((code) => session.cells.get(code)?.state === 'saved'));
    expect([session.cells.get('A')?.saved?.value, session.cells.get('B')?.saved?.value]).toEqual([
      '1',
      '2',
    ]);
  });

  it('merges what others write, except where somebody is at work', () => {
    session.editor.type('A', '1');
    expect(
      mergeFigures(session, [figure('A', '7', 3), figure('B', '8', 2), figure('C', '9', 1)]),
    ).toEqual(['B']);
    expect(session.cells.get('B')).toMatchObject({
      content: { typed: '8' },
      seen: 2,
      isNews: true,
    });
    expect(session.cells.get('A')).toMatchObject({ content: { typed: '1' }, seen: 0 });
    expect(mergeFigures(session, [figure('B', '8', 2)])).toEqual([]);
  });

  it('goes from a number through not applicable and not available back to blank', async () => {
    for (const answer of ['not_applicable', 'not_available']) {
      session.editor.cycleAnswer('A');
      expect(session.cells.get('A')?.content).toEqual({ answer, note: null });
    }
    session.editor.cycleAnswer('A');
    expect(session.cells.get('A')).toMatchObject({ content: { typed: '' }, state: 'idle' });
  });
});

const kept = () => readUnsent(place);
