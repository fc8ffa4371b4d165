// What changes in sight is told at once, everything else soon, and nothing is lost.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NamedListeners } from '@/components/ui/listeners';
import { RowsInSight } from './viewport';

const codes = Array.from({ length: 50 }, (_, at) => `A${at}`);

describe('rows in sight', () => {
  let heard: string[];
  let cells: NamedListeners;
  let sight: RowsInSight;
  const change = (...changed: string[]) => changed.forEach((code) => sight.tell(cells, code));
  beforeEach(() => {
    vi.useFakeTimers();
    heard = [];
    cells = new NamedListeners();
    sight = new RowsInSight();
    for (const code of codes) cells.add(code, () => heard.push(code));
  });
  afterEach(() => void vi.useRealTimers());

  it('hear at once; so does everybody before it is known what is in sight', () => {
    sight.place(['A0'], true);
    change('A0', 'A1');
    expect(heard).toEqual(['A1']);
  });

  it('leave the others a moment, a few at a time, and each is told once', () => {
    sight.place(codes, true);
    change(...codes, ...codes);
    expect(heard).toEqual([]);
    vi.advanceTimersToNextTimer();
    expect(heard.length).toBeGreaterThan(0);
    expect(heard.length).toBeLessThan(codes.length);
    vi.runAllTimers();
    expect(heard).toEqual(codes);
  });

  it('hear what they missed when they come into sight', () => {
    sight.place(codes, true);
    change('A3', 'A7');
    sight.place(['A7'], false);
    expect(heard).toEqual(['A7']);
    vi.runAllTimers();
    expect(heard).toEqual(['A7', 'A3']);
  });

  it('lose nothing, whatever comes and goes', () => {
    const one = fc.constantFrom(...codes.slice(0, 6));
    const step = fc.oneof(
      fc.record({ changed: one }),
      fc.record({ placed: one, isFar: fc.boolean() }),
      fc.constant('pause' as const),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const now = new Map<string, number>();
        const seen = new Map<string, number>();
        const listeners = new NamedListeners();
        const rows = new RowsInSight();
        for (const code of codes) listeners.add(code, () => seen.set(code, now.get(code) ?? 0));
        for (const [at, done] of steps.entries()) {
          if (done === 'pause') vi.advanceTimersByTime(10);
          else if ('placed' in done) rows.place([done.placed], done.isFar);
          else {
            now.set(done.changed, at);
            rows.tell(listeners, done.changed);
          }
        }
        vi.runAllTimers();
        expect(seen).toEqual(now);
      }),
    );
  });
});
