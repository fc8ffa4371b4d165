import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mergeFigures, mergeRows, type EntrySession } from './entry-session';
import { figure, locked, place, rowOf, until, TestServer } from './test-session';
import { forgetUnsent, keepUnsent, readUnsent } from './unsent-figures';

let server: TestServer;
let session: EntrySession;

beforeEach(async () => {
  await forgetUnsent();
  server = new TestServer();
  await server.start();
  session = server.open();
});
afterEach(() => server.stop());

describe('the copy in the browser', () => {
  it('offers back after a reload what was not sent, with the revision it was typed over', async () => {
    session.editor.type('B', '约多');
    session.editor.commit('B');
    await session.copy.write();
    const later = server.open();
    await later.copy.recall();
    expect(later.copy.offers.read()).toMatchObject({ B: { typed: '约多', revision: 0 } });
    later.copy.take(later.editor);
    expect(later.cells.get('B')?.state).toBe('invalid');
    later.editor.restore('B');
    await later.copy.write();
    expect(await kept()).toEqual({});
  });

  describe('what is offered back', () => {
    const offered = async () => {
      session.editor.type('B', '约多');
      session.editor.commit('B');
      await session.copy.write();
      const later = server.open();
      await later.copy.recall();
      expect(Object.keys(later.copy.offers.read())).toEqual(['B']);
      return later;
    };

    it('is over once the cell is saved, also in the browser', async () => {
      const later = await offered();
      later.editor.type('B', '6');
      later.editor.commit('B');
      expect(Object.keys(later.copy.offers.read())).toEqual(['B']);
      await until(() => later.cells.get('B')?.state === 'saved');
      expect(later.copy.offers.read()).toEqual({});
      await expect.poll(keptOfB).toBeUndefined();
    });

    it('is over once the same person saved the cell on another page, not when somebody else did', async () => {
      const later = await offered();
      mergeFigures(later, [{ ...figure('B', '7', 1), personId: 'q' }]);
      expect(Object.keys(later.copy.offers.read())).toEqual(['B']);
      mergeFigures(later, [{ ...figure('B', '6', 2), personId: 'p' }]);
      expect(later.copy.offers.read()).toEqual({});
      await expect.poll(keptOfB).toBeUndefined();
    });

    it('is over once the cell is locked, and is not offered for one that is', async () => {
      const later = await offered();
      mergeRows(later, [locked('B')]);
      expect(later.copy.offers.read()).toEqual({});
      await expect.poll(keptOfB).toBeUndefined();
      await offered();
      const again = server.open([locked('B')]);
      await again.copy.recall();
      expect(again.copy.offers.read()).toEqual({});
      expect(await keptOfB()).toBeUndefined();
    });

    it('rests while the report may not be filled in, and is there again when it may', async () => {
      const later = await offered();
      later.editor.isOpen.set(false);
      later.copy.take(later.editor);
      expect(later.cells.get('B')).toMatchObject({ state: 'idle', content: { typed: '' } });
      expect(await keptOfB()).toMatchObject({ typed: '约多' });
      later.editor.isOpen.set(true);
      later.copy.take(later.editor);
      expect(later.cells.get('B')).toMatchObject({ content: { typed: '约多' } });
      await later.copy.write();
    });

    it('is not kept on where the cell says the same by now', async () => {
      await keepUnsent(place, { B: { typed: '7', revision: 0, at: Date.now() } });
      const later = server.open([{ ...rowOf('B'), figure: figure('B', '7', 2) }]);
      await later.copy.recall();
      expect(later.copy.offers.read()).toEqual({});
      expect(await keptOfB()).toBeUndefined();
    });

    it('goes along into the next submission, over the revision it was typed over, and not back', async () => {
      await keepUnsent(place, { B: { typed: '7', revision: 3, at: Date.now() } });
      const next = server.open([{ ...rowOf('B'), figure: figure('B', '5', 4) }], 2);
      await next.copy.recall();
      expect(Object.keys(next.copy.offers.read())).toEqual(['B']);
      next.copy.take(next.editor);
      await expect.poll(() => server.received.length).toBe(1);
      expect(server.received[0]).toEqual([
        { indicator: 'B', submission: 2, revision: 3, typed: '7' },
      ]);
      await expect.poll(kept).toEqual({});
      await keepUnsent(
        { ...place, submission: 2 },
        { B: { typed: '9', revision: 4, at: Date.now() } },
      );
      expect(await kept()).toEqual({});
    });

    it('gives way in the browser to what is typed over it, and not to what is given up', async () => {
      const later = await offered();
      later.editor.type('B', '约几');
      later.editor.commit('B');
      await later.copy.write();
      expect(await keptOfB()).toMatchObject({ typed: '约几' });
      await later.copy.drop();
      expect(await keptOfB()).toMatchObject({ typed: '约几' });
      const again = server.open();
      await again.copy.recall();
      again.editor.type('B', '1');
      again.editor.cancel('B');
      await again.copy.write();
      expect(await keptOfB()).toMatchObject({ typed: '约几' });
    });
  });
});

const kept = () => readUnsent(place);
const keptOfB = async () => (await kept()).B;
