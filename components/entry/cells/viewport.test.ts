// What changes in the viewport is notified at once, everything else soon, and nothing is lost.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { KeyedListeners } from '@/components/ui/observable';
import { Viewport } from './viewport';

const codes = Array.from({ length: 50 }, (_, at) => `A${at}`);

describe('rows in the viewport', () => {
  let notified: string[];
  let cells: KeyedListeners;
  let viewport: Viewport;
  const change = (...changed: string[]) => changed.forEach((code) => viewport.notify(cells, code));
  beforeEach(() => {
    vi.useFakeTimers();
    notified = [];
    cells = new KeyedListeners();
    viewport = new Viewport();
    for (const code of codes) cells.subscribe(code, () => notified.push(code));
  });
  afterEach(() => void vi.useRealTimers());

  it('are notified at once; so is everybody before it is known what is in the viewport', () => {
    viewport.place(['A0'], true);
    change('A0', 'A1');
    expect(notified).toEqual(['A1']);
  });

  it('leave the others a moment, a few at a time, and each is notified once', () => {
    viewport.place(codes, true);
    change(...codes, ...codes);
    expect(notified).toEqual([]);
    vi.advanceTimersToNextTimer();
    expect(notified.length).toBeGreaterThan(0);
    expect(notified.length).toBeLessThan(codes.length);
    vi.runAllTimers();
    expect(notified).toEqual(codes);
  });

  it('catch up with what they missed once they are visible', () => {
    viewport.place(codes, true);
    change('A3', 'A7');
    viewport.place(['A7'], false);
    expect(notified).toEqual(['A7']);
    vi.runAllTimers();
    expect(notified).toEqual(['A7', 'A3']);
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
        const listeners = new KeyedListeners();
        const rows = new Viewport();
        for (const code of codes)
          listeners.subscribe(code, () => seen.set(code, now.get(code) ?? 0));
        for (const [at, done] of steps.entries()) {
          if (done === 'pause') vi.advanceTimersByTime(10);
          else if ('placed' in done) rows.place([done.placed], done.isFar);
          else {
            now.set(done.changed, at);
            rows.notify(listeners, done.changed);
          }
        }
        vi.runAllTimers();
        expect(seen).toEqual(now);
      }),
    );
  });
});
