import 'server-only';
import { inAdministration, type Administration } from '../database/administration';
import type { Viewer } from '../database/access';
import { digestOf } from '../database/digest';
import { readTreeEffects, type TreeEffects } from './tree-effects';

/** `units`: codes of those whose place it changes; `seen`: the key of the effects that were looked at, if any; `asked`:
 *  what was typed, so that other words are looked at anew. */
type Wanted = { units: readonly string[]; seen: string | undefined; asked: unknown };

/** Makes a change of the tree whose effects were looked at. Otherwise it is made, its effects are read from the very
 *  totals and reports, and all of it is taken back: answers the effects with their key. */
export async function changeTree(
  viewer: Viewer,
  { units, seen, asked }: Wanted,
  change: (run: Administration) => Promise<void>,
): Promise<(TreeEffects & { key: string }) | null> {
  try {
    await change((work) =>
      inAdministration(async (tx) => {
        const done = await work(tx);
        const effects = await readTreeEffects(tx, viewer, units);
        const key = digestOf(JSON.stringify([asked, effects]));
        if (key !== seen) throw new TakenBack({ ...effects, key });
        return done;
      }),
    );
    return null;
  } catch (error) {
    if (error instanceof TakenBack) return error.effects;
    throw error;
  }
}

/** Ends a transaction so that nothing of it stays. */
class TakenBack extends Error {
  constructor(readonly effects: TreeEffects & { key: string }) {
    super('only looked at');
  }
}
