import 'server-only';
import type { Layout } from '@/lib/domain/sheet/layout';
import type { Viewer } from '../database/access';
import type { Transaction } from '../database/transaction';
import { knownNames } from './queries';

/** Layouts in which a name that is not certain is offered first as what this office, or another of the
 *  tree, took it for when it imported. It is offered and not taken: the next table may mean something else
 *  by it. */
export async function withKnownNames<Kept extends { layouts: Layout[] }>(
  client: Transaction,
  viewer: Viewer,
  read: Kept[],
): Promise<Kept[]> {
  const names = new Set(
    read.flatMap(({ layouts }) =>
      layouts.flatMap(({ lines }) =>
        lines.flatMap(({ key, code }) => (code === null ? [key] : [])),
      ),
    ),
  );
  if (names.size === 0) return read;
  const known = new Map<string, string[]>();
  for (const { name, code } of await knownNames.read(client, viewer.unit.id, [...names]))
    known.set(name, [...(known.get(name) ?? []), code]);
  if (known.size === 0) return read;
  return read.map((one) => ({
    ...one,
    layouts: one.layouts.map((layout) => ({
      ...layout,
      lines: layout.lines.map((line) =>
        line.code === null && known.has(line.key)
          ? {
              ...line,
              suggestions: [...new Set([...known.get(line.key)!, ...line.suggestions])].slice(0, 3),
            }
          : line,
      ),
    })),
  }));
}
