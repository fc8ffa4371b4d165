import 'fake-indexeddb/auto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import type { EntryRow, ServerFigure } from '../grid/entry-cell';
import type { Edit } from './figure-sender';
import { FigureStore } from './figure-store';
import { forgetUnsent, keepUnsent, readUnsent } from './unsent-figures';

const indicator = (code: string): Indicator => ({
  code,
  name: code,
  nameEn: code,
  section: 'T',
  unit: '人',
  nature: 'flow',
  direction: 'up',
  display: { scale: 'none', decimals: 0, moneyUnit: null },
  partOf: null,
  partsAddUp: false,
  numerator: null,
  denominator: null,
  chain: null,
  honour: false,
  level: null,
  definition: '',
  core: true,
  verb: null,
  aliases: [],
});
const figure = (
  code: string,
  value: string,
  revision: number,
  enteredBy = '陈晓燕',
): ServerFigure => ({
  indicator: code,
  measure: 'level',
  answer: 'number',
  value,
  shown: { scale: 'none', decimals: 0, unit: '人' },
  qualifier: '',
  baseYear: null,
  asOf: null,
  from: null,
  scopeNote: null,
  note: null,
  revision,
  enteredBy,
  enteredAt: '2026-11-21T06:02:00Z',
});

let server: Server;
type ServerAnswer = { status: number; body: unknown };
let answers: ((edits: Edit[]) => ServerAnswer | Promise<ServerAnswer>)[];
let received: Edit[][];
let store: FigureStore;

beforeEach(async () => {
  await forgetUnsent();
  received = [];
  answers = [];
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { edits } = JSON.parse(Buffer.concat(chunks).toString()) as { edits: Edit[] };
    received.push(edits);
    const { status, body } = await (answers.shift() ?? saveAll)(edits);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  store = newStore();
});

afterEach(() => new Promise((resolve) => server.close(resolve)));

describe('the entry page’s cells', () => {
  it('counts what is asked for and what of it the server holds', async () => {
    expect(store.status()).toMatchObject({ filled: 0, total: 1 });
    store.type('B', '3');
    store.commit('B');
    store.type('A', '5');
    expect(store.status()).toMatchObject({ filled: 0, total: 1 });
    store.commit('A');
    await expect.poll(() => store.status()).toMatchObject({ filled: 1, total: 1, saving: 0 });
  });

  it('saves a cell when it is left, and says so only after the server did', async () => {
    store.type('A', '１２');
    store.commit('A');
    expect(store.cell('A')?.state).toBe('waiting');
    await until(() => store.cell('A')?.state === 'saved');
    expect(received).toEqual([[{ indicator: 'A', submission: 1, revision: 0, typed: '１２' }]]);
    expect(store.cell('A')?.content).toEqual({ typed: '12' });
    expect(await kept()).toEqual({});
  });

  it('keeps what is wrong, in the cell and in the browser, and sends nothing', async () => {
    store.type('A', '约多300');
    store.commit('A');
    expect(store.cell('A')?.state).toBe('invalid');
    await store.keep();
    expect(await kept()).toMatchObject({ A: { typed: '约多300', revision: 0 } });
    expect(received).toEqual([]);
  });

  it('sends again what a busy server lost, once', async () => {
    answers.push(() => ({ status: 503, body: { error: 'database-down', number: 'A1' } }));
    store.type('A', '12');
    store.commit('A');
    await until(() => store.status().trouble !== null);
    expect(store.cell('A')?.state).toBe('waiting');
    expect(await kept()).toMatchObject({ A: { typed: '12' } });
    await until(() => store.cell('A')?.state === 'saved');
    expect(received).toHaveLength(2);
    expect(store.status()).toMatchObject({ unsent: 0, trouble: null });
  });

  it('takes an answer that breaks off for none', async () => {
    answers.push(() => ({ status: 200, body: undefined }));
    store.type('A', '12');
    store.commit('A');
    await until(() => store.status().trouble?.kind === 'network');
    await until(() => store.cell('A')?.state === 'saved');
    expect(received).toHaveLength(2);
  });

  it('does not repeat what the server refused, and keeps it', async () => {
    answers.push(() => ({ status: 409, body: { error: 'not-open-for-entry' } }));
    store.type('A', '12');
    store.commit('A');
    await until(() => store.cell('A')?.state === 'failed');
    expect(store.status().trouble).toEqual({
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
      answers.push(() => ({
        status: 200,
        body: {
          results: [{ indicator: 'A', outcome: 'conflict', figure: figure('A', '120', 4, '王敏') }],
        },
      }));
      store.type('A', '12');
      store.commit('A');
      await until(() => store.cell('A')?.state === 'conflict');
      expect(store.cell('A')).toMatchObject({
        content: { typed: '12' },
        theirs: { value: '120', enteredBy: '王敏' },
      });
      store.resolve('A', keep);
      await until(() => ['saved', 'idle'].includes(store.cell('A')?.state ?? ''));
      expect(received[1]).toEqual(sent);
      expect(store.cell('A')?.content).toEqual({ typed: standing });
    },
  );

  it('sends what was typed on meanwhile on top of what was saved', async () => {
    store.type('A', '1');
    store.commit('A');
    await until(() => received.length === 1);
    store.type('A', '12');
    store.commit('A');
    await until(() => store.cell('A')?.state === 'saved' && received.length === 2);
    expect(received[1]).toEqual([{ indicator: 'A', submission: 1, revision: 1, typed: '12' }]);
  });

  it.each(['typed again', 'undone', 'given up with Esc'])(
    'brings the server back to what stood there when that is %s while it was on its way',
    async (how) => {
      store.type('A', '5');
      store.commit('A');
      await until(() => store.cell('A')?.state === 'saved');
      let answer = () => {};
      answers.push((edits) => new Promise((resolve) => (answer = () => resolve(saveAll(edits)))));
      store.type('A', '7');
      store.commit('A');
      await until(() => received.length === 2);
      if (how === 'undone') store.undo();
      else if (how === 'typed again') {
        store.type('A', '5');
        store.commit('A');
      } else store.restore('A');
      answer();
      await until(() => received.length === 3 && store.cell('A')?.state === 'saved');
      expect(received[2]).toEqual([{ indicator: 'A', submission: 1, revision: 2, typed: '5' }]);
      expect(store.cell('A')?.content).toEqual({ typed: '5' });
    },
  );

  it('undoes many cells in one step and does them again', async () => {
    store.fill([
      { code: 'A', content: { typed: '1' } },
      { code: 'B', content: { typed: '2' } },
    ]);
    store.type('A', '9');
    store.commit('A');
    expect(store.undo()).toEqual(['A']);
    expect(store.undo()).toEqual(['A', 'B']);
    expect([store.cell('A')?.content, store.cell('B')?.content]).toEqual([
      { typed: '' },
      { typed: '' },
    ]);
    expect(store.redo()).toEqual(['A', 'B']);
    await until(() => ['A', 'B'].every((code) => store.cell(code)?.state === 'saved'));
    expect([store.cell('A')?.saved?.value, store.cell('B')?.saved?.value]).toEqual(['1', '2']);
  });

  it('takes over what others write, except where somebody is at work', () => {
    store.type('A', '1');
    expect(store.hear([figure('A', '7', 3), figure('B', '8', 2), figure('C', '9', 1)])).toEqual([
      'B',
    ]);
    expect(store.cell('B')).toMatchObject({ content: { typed: '8' }, seen: 2, isNews: true });
    expect(store.cell('A')).toMatchObject({ content: { typed: '1' }, seen: 0 });
    expect(store.hear([figure('B', '8', 2)])).toEqual([]);
  });

  it('offers back after a reload what was not sent, with the revision it was typed over', async () => {
    store.type('B', '约多');
    store.commit('B');
    await store.keep();
    const later = newStore();
    await later.recall();
    expect(later.offered()).toMatchObject({ B: { typed: '约多', revision: 0 } });
    later.takeOffers();
    expect(later.cell('B')?.state).toBe('invalid');
    later.restore('B');
    await later.keep();
    expect(await kept()).toEqual({});
  });

  describe('what is offered back', () => {
    const offered = async () => {
      store.type('B', '约多');
      store.commit('B');
      await store.keep();
      const later = newStore();
      await later.recall();
      expect(Object.keys(later.offered())).toEqual(['B']);
      return later;
    };

    it('is over once the cell is saved, also in the browser', async () => {
      const later = await offered();
      later.type('B', '6');
      later.commit('B');
      expect(Object.keys(later.offered())).toEqual(['B']);
      await until(() => later.cell('B')?.state === 'saved');
      expect(later.offered()).toEqual({});
      await expect.poll(keptOfB).toBeUndefined();
    });

    it('is over once the same person saved the cell on another page, not when somebody else did', async () => {
      const later = await offered();
      later.hear([{ ...figure('B', '7', 1), personId: 'q' }]);
      expect(Object.keys(later.offered())).toEqual(['B']);
      later.hear([{ ...figure('B', '6', 2), personId: 'p' }]);
      expect(later.offered()).toEqual({});
      await expect.poll(keptOfB).toBeUndefined();
    });

    it('is over once the cell is locked, and is not offered for one that is', async () => {
      const later = await offered();
      later.adopt([locked('B')]);
      expect(later.offered()).toEqual({});
      await expect.poll(keptOfB).toBeUndefined();
      await offered();
      const again = newStore([locked('B')]);
      await again.recall();
      expect(again.offered()).toEqual({});
      expect(await keptOfB()).toBeUndefined();
    });

    it('rests while the report may not be filled in, and is there again when it may', async () => {
      const later = await offered();
      later.setOpen(false);
      expect(later.offered()).toEqual({});
      expect(await keptOfB()).toMatchObject({ typed: '约多' });
      later.setOpen(true);
      expect(Object.keys(later.offered())).toEqual(['B']);
    });

    it('is not kept on where the cell says the same by now', async () => {
      await keepUnsent(place, { B: { typed: '7', revision: 0, at: Date.now() } });
      const later = newStore([{ ...rowOf('B'), figure: figure('B', '7', 2) }]);
      await later.recall();
      expect(later.offered()).toEqual({});
      expect(await keptOfB()).toBeUndefined();
    });

    it('goes along into the next submission, over the revision it was typed over, and not back', async () => {
      await keepUnsent(place, { B: { typed: '7', revision: 3, at: Date.now() } });
      const next = newStore([{ ...rowOf('B'), figure: figure('B', '5', 4) }], 2);
      await next.recall();
      expect(Object.keys(next.offered())).toEqual(['B']);
      next.takeOffers();
      await expect.poll(() => received.length).toBe(1);
      expect(received[0]).toEqual([{ indicator: 'B', submission: 2, revision: 3, typed: '7' }]);
      await expect.poll(kept).toEqual({});
      await keepUnsent(
        { ...place, submission: 2 },
        { B: { typed: '9', revision: 4, at: Date.now() } },
      );
      expect(await kept()).toEqual({});
    });

    it('gives way in the browser to what is typed over it, and not to what is given up', async () => {
      const later = await offered();
      later.type('B', '约几');
      later.commit('B');
      await later.keep();
      expect(await keptOfB()).toMatchObject({ typed: '约几' });
      await later.dropOffers();
      expect(await keptOfB()).toMatchObject({ typed: '约几' });
      const again = newStore();
      await again.recall();
      again.type('B', '1');
      again.cancel('B');
      await again.keep();
      expect(await keptOfB()).toMatchObject({ typed: '约几' });
    });
  });

  it('goes from a number through not applicable and not available back to blank', async () => {
    for (const answer of ['not_applicable', 'not_available']) {
      store.cycleAnswer('A');
      expect(store.cell('A')?.content).toEqual({ answer, note: null });
    }
    store.cycleAnswer('A');
    expect(store.cell('A')).toMatchObject({ content: { typed: '' }, state: 'idle' });
  });
});

const rowOf = (code: string): EntryRow => ({
  indicator: indicator(code),
  figure: null,
  previous: null,
  changes: [],
  isAsked: code === 'A',
  workedOut: null,
  previousWorkedOut: null,
  mark: null,
  lock: null,
  history: [],
  evidence: [],
});
const locked = (code: string): EntryRow => ({
  ...rowOf(code),
  lock: { reason: 'not-marked', request: null },
});

const place = { personId: 'p', reportId: 'r', submission: 1 };

function newStore(rows = ['A', 'B'].map(rowOf), submission = 1): FigureStore {
  const { port } = server.address() as AddressInfo;
  return new FigureStore({ ...place, address: `http://127.0.0.1:${port}/`, submission }, rows);
}

function saveAll(edits: Edit[]) {
  const results = edits.map(({ indicator: code, revision, ...edit }) => ({
    indicator: code,
    outcome: 'saved',
    figure: figure(code, 'typed' in edit ? edit.typed.normalize('NFKC') : '0', revision + 1),
  }));
  return { status: 200, body: { results } };
}

const kept = () => readUnsent(place);
const keptOfB = async () => (await kept()).B;

async function until(isSo: () => boolean): Promise<void> {
  const end = Date.now() + 4000;
  while (!isSo()) {
    if (Date.now() > end) throw new Error('it did not come to pass');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
