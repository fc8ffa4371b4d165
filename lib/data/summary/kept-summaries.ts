import 'server-only';
import type { Catalogue } from '@/lib/domain/catalogue/indicator';
import type { Summary } from '@/lib/domain/summary/summary';

// What was handed in is frozen, so its summary stays true as long as unit, submissions and catalogue are the
// same: it is kept. The viewer has been asked about before; whoever may not see the unit does not get here.
const kept = new WeakMap<Catalogue, Map<string, Summary>>();
const mostKept = 100;

/** The summary of these sources, written anew only where it is not cached; `isFrozen`: none of them is a draft. */
export async function keepSummary(
  catalogue: Catalogue,
  sources: object,
  isFrozen: boolean,
  narrate: () => Promise<Summary | null>,
): Promise<Summary | null> {
  const summaries = kept.get(catalogue) ?? new Map<string, Summary>();
  kept.set(catalogue, summaries);
  const key = JSON.stringify(sources);
  const summary = summaries.get(key) ?? (await narrate());
  if (summary && isFrozen) {
    summaries.delete(key);
    summaries.set(key, summary);
    if (summaries.size > mostKept) summaries.delete(summaries.keys().next().value!);
  }
  return summary;
}
