import { expect, test } from 'vitest';
import type { FigureContent } from '@/lib/domain/entry/figure-edit';
import { UndoHistory } from './undo-history';

const change = (code: string, before: string, after: string) => ({
  code,
  before: { typed: before },
  after: { typed: after },
});
const put = (code: string, typed: string) => ({ code, content: { typed } });

type Puts = { code: string; content: FigureContent }[];
function replayed(work: (put: (code: string, content: FigureContent) => void) => string[]) {
  const puts: Puts = [];
  const codes = work((code, content) => void puts.push({ code, content }));
  expect(codes).toEqual(puts.map(({ code }) => code));
  return puts.length === 0 ? null : puts;
}
const undo = (history: UndoHistory) => replayed(history.undo);
const redo = (history: UndoHistory) => replayed(history.redo);

test('what was undone last is done again first', () => {
  const history = new UndoHistory();
  history.record(change('A', '', '1'));
  history.record(change('B', '', '2'));
  expect(undo(history)).toEqual([put('B', '')]);
  expect(undo(history)).toEqual([put('A', '')]);
  expect(undo(history)).toBeNull();
  expect(redo(history)).toEqual([put('A', '1')]);
  expect(redo(history)).toEqual([put('B', '2')]);
  expect(redo(history)).toBeNull();
  expect(undo(history)).toEqual([put('B', '')]);
});

test.each<[string, (history: UndoHistory) => void]>([
  ['a single change', (history) => history.record(change('C', '', '3'))],
  ['a paste', (history) => history.asOne(() => history.record(change('C', '', '3')))],
])('after %s there is nothing to do again, and only that is undone', (_, step) => {
  const history = new UndoHistory();
  history.record(change('A', '', '1'));
  history.record(change('B', '', '2'));
  undo(history);
  step(history);
  expect(redo(history)).toBeNull();
  expect(undo(history)).toEqual([put('C', '')]);
  expect(undo(history)).toEqual([put('A', '')]);
});

test.each<[string, (history: UndoHistory) => void]>([
  ['the same typed again', (history) => history.record(change('C', '3', '3'))],
  ['a paste of what stands there', (history) => history.asOne(() => undefined)],
  [
    'a paste that takes itself back',
    (history) =>
      history.asOne(() => {
        history.record(change('C', '', '3'));
        history.record(change('C', '3', ''));
      }),
  ],
])('%s is no step: what was undone can still be done again', (_, step) => {
  const history = new UndoHistory();
  history.record(change('A', '', '1'));
  undo(history);
  step(history);
  expect(redo(history)).toEqual([put('A', '1')]);
});

test('a paste is one step, from what stood before it', () => {
  const history = new UndoHistory();
  history.asOne(() => {
    history.record(change('A', '', '1'));
    history.asOne(() => history.record(change('A', '1', '2')));
    history.record(change('B', '5', '6'));
  });
  expect(undo(history)).toEqual([put('A', ''), put('B', '5')]);
  expect(redo(history)).toEqual([put('A', '2'), put('B', '6')]);
});

test('a hundred steps are kept', () => {
  const history = new UndoHistory();
  for (let number = 0; number < 101; number += 1)
    history.record(change('A', String(number), String(number + 1)));
  for (let number = 100; number > 0; number -= 1)
    expect(undo(history)).toEqual([put('A', String(number))]);
  expect(undo(history)).toBeNull();
});
