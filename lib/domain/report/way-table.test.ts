// What holds for the table of ways as a whole: way.test.ts walks it.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { roles, type Action } from '../access/policy';
import { allowedActions } from './allowed';
import { phases, statuses } from './report';
import { drawWays, ways } from './way';

// What moves a report on, or makes that possible again.
const moving: ReadonlySet<Action> = new Set<Action>([
  ...(Object.keys(ways) as Action[]).filter((action) =>
    ways[action]!.to.some((to) => to !== 'same'),
  ),
  'report.grantExtension',
]);

describe('the table of ways', () => {
  it('every step that people take has its way back', () => {
    const moves = (Object.keys(ways) as Action[]).filter((action) =>
      ways[action]!.to.some((to) => to !== 'same' && to !== 'draft'),
    );
    // Taking a decision back is a way back itself; the reviewer decides anew.
    expect(moves.filter((action) => !ways[action]!.back && action !== 'report.takeBack')).toEqual(
      [],
    );
    const backs = (Object.keys(ways) as Action[]).flatMap((action) => ways[action]?.back ?? []);
    for (const back of backs) expect(ways[back]).toBeDefined();
  });

  it('nobody stands before a wall: in every status and phase somebody has a step that leads on', () => {
    const dead = statuses.flatMap((status) =>
      phases
        // Before it opens nothing can be done, and what is approved when it closes is done.
        .filter((phase) => phase !== 'before' && !(phase === 'closed' && status === 'approved'))
        .filter((phase) => {
          const state = { status, phase, isReadable: true };
          const open = (['own', 'child'] as const).flatMap((relation) =>
            allowedActions({ roles }, { relation }, state),
          );
          return !open.some((action) => moving.has(action));
        })
        .map((phase) => `${status} ${phase}`),
    );
    expect(dead).toEqual([]);
  });

  it('is drawn in docs as the table has it', () => {
    expect(readFileSync('docs/way-of-a-report.md', 'utf8')).toContain(drawWays());
  });
});
