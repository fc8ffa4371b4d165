import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { CellsTable } from '@/components/rollup/cells-table';
import { Switches } from '@/components/rollup/switches';
import { UndividedNote } from '@/components/rollup/undivided-note';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { requireViewer } from '@/lib/auth/viewer';
import { findRollUpCells } from '@/lib/data/rollup/cells';
import { labelOf } from '@/lib/domain/tree/period';
import { printRollUp } from '@/lib/domain/rollup/print-rollup';
import { nameOf } from '@/lib/i18n/name-of';
import { decodePart, decodeScope, paths } from '@/lib/paths';
import { rollUpChoice } from '../../../choice';
import { TotalInWords } from './total-in-words';

type Props = {
  params: Promise<{ unit: string; period: string; indicator: string }>;
  searchParams: Promise<{ basis?: string; standing?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('rollup'))('title') };
}

/** One total taken apart: each unit's figure, whether it counts, and the way to its cell. */
export default async function RollUpCellsPage({ params, searchParams }: Props) {
  const [viewer, { unit, period, indicator }, choice, t, locale] = await Promise.all([
    requireViewer(),
    params,
    searchParams.then(rollUpChoice),
    getTranslations('rollup'),
    getLocale(),
  ]);
  const key = { ...decodeScope({ unit, period }), ...choice };
  const found = await findRollUpCells(viewer, key, decodePart(indicator));
  const column = found?.columns[0];
  if (!found || !column) notFound();

  const [name, label] = [nameOf(found.unit, locale), labelOf(column.period, locale)];
  const total = printRollUp(column.total, found.indicator);
  return (
    <>
      <Breadcrumbs
        trail={[
          {
            href: paths.rollup(key.unit, key.period, choice),
            text: t('pageTitle', { unit: name, period: label }),
          },
        ]}
        here={nameOf(found.indicator, locale)}
      />
      <PageHead
        title={t('cells.title', {
          indicator: nameOf(found.indicator, locale),
          unit: name,
          period: label,
        })}
        meta={<TotalInWords indicator={found.indicator} column={column} />}
      />
      <Switches
        choice={choice}
        hrefOf={(next) => paths.rollupCells(key.unit, key.period, found.indicator.code, next)}
      />
      <div className="mb-3 text-ink-2">
        <p>{t(choice.basis === 'today' ? 'basis.todayText' : 'basis.thenText')}</p>
        <UndividedNote
          undivided={found.undivided.filter((one) => one.period === column.period.code)}
        />
      </div>
      <Sheet>
        <CellsTable
          indicator={found.indicator}
          parts={found.parts}
          cells={column.cells}
          total={total}
        />
      </Sheet>
    </>
  );
}
