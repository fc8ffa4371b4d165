import 'server-only';
import { traceText } from '@/components/summary/trace/trace-key';
import type { Desk } from '@/lib/data/desk/manuscripts';
import { blocksOf } from '@/lib/domain/desk/manuscript';
import { namesIn } from '@/lib/domain/desk/numbers';
import { refOf } from '@/lib/domain/desk/ref';

/** What the browser needs of the figures; the keys behind a number stay here, but for the address of its origin. */
export function forBrowser({ today }: Desk, manuscript: NonNullable<Desk['manuscript']>) {
  const sources = {
    ...manuscript.sources,
    ...Object.fromEntries([...today.numbers.values()].map(({ ref, source }) => [ref, source])),
  };
  const { revision, savedBy, savedAt, blocks } = manuscript;
  return {
    manuscript: { revision, savedBy, savedAt: savedAt.toISOString(), blocks },
    sentences: [...today.sentences].map(([id, parts]): [string, (typeof parts)[number][]] => [
      id,
      [...parts],
    ]),
    generated: blocksOf(today.summary),
    numbers: [...today.numbers.values()].map(
      ({ ref, name, nameEn, period, texts, quantity, rises }) => ({
        ref,
        name,
        nameEn,
        period,
        texts,
        quantity,
        rises,
      }),
    ),
    traces: Object.fromEntries(
      Object.entries(sources).map(([ref, source]) => [ref, traceText(source)]),
    ),
    unstated: today.summary.unstated.map(({ key }) => refOf({ figures: [key] })),
    candidates: today.candidates,
    names: namesIn(today.input),
  };
}
