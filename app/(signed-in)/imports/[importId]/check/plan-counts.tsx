import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ImportCell } from '@/lib/domain/sheet/plan-import';
import { paths } from '@/lib/paths';

type Kind = ImportCell['kind'];
type Props = {
  importId: string;
  plan: { cells: readonly unknown[]; unmatched: number; skipped: number };
  kinds: readonly { kind: Kind; count: number }[];
  shown: Kind | undefined;
};

/** How many cells would be new, changed, the same or wrong, each count a filter of the table below. */
export function PlanCounts({ importId, plan, kinds, shown }: Props) {
  const t = useTranslations('sheetImport');
  return (
    <>
      <p className="font-bold" role="status">
        {kinds.map(({ kind, count }) => t(`kinds.${kind}`, { count })).join(t('separator')) ||
          t('nothing')}
      </p>
      {plan.unmatched > 0 ? (
        <p className="text-ink-2">{t('unmatched', { count: plan.unmatched })}</p>
      ) : null}
      {plan.skipped > 0 ? (
        <p className="text-ink-2">{t('skipped', { count: plan.skipped })}</p>
      ) : null}
      <nav aria-label={t('show')} className="my-3 flex flex-wrap gap-x-5">
        <Link
          href={paths.importCheck(importId)}
          aria-current={shown ? undefined : 'page'}
        >{`${t('all')} ${plan.cells.length}`}</Link>
        {kinds.map(({ kind, count }) => (
          <Link
            key={kind}
            href={paths.importCheck(importId, { show: kind })}
            aria-current={kind === shown ? 'page' : undefined}
          >{`${t(`short.${kind}`)} ${count}`}</Link>
        ))}
      </nav>
    </>
  );
}
