import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { BoardFilter } from '@/components/progress/board-filter';
import { BoardHead } from '@/components/progress/board-head';
import { Requests } from '@/components/progress/requests';
import { UnitGroups } from '@/components/progress/unit-groups';
import { Notice } from '@/components/ui/notice';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { fiveNumbers, type FiveNumbers } from '@/lib/domain/report/progress';
import { labelOf } from '@/lib/domain/tree/period';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { readBoard, type BoardQuery } from './read-board';
import { BoardReports } from './board-reports';
import { useTranslations } from 'next-intl';

type Props = { searchParams: Promise<BoardQuery> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('progress'))('title') };
}

/** Who has not reported yet, before everything else; and how far the others are. */
export default async function ProgressPage({ searchParams }: Props) {
  const [query, t, locale] = await Promise.all([
    searchParams,
    getTranslations('progress'),
    getLocale(),
  ]);
  const board = await readBoard(query);
  if (!board) notFound();
  if (!board.period)
    return (
      <>
        <PageHead title={t('title')} />
        <Notice title={t('noPeriods.title')}>{t('noPeriods.text')}</Notice>
      </>
    );

  const { period, rows, groups, what, now } = board;
  const hrefOf = (asked: { show?: string; page?: string }) =>
    paths.progress({ period: period.code, unit: query.unit, ...asked });
  return (
    <>
      <BoardHead {...board} asked={query.unit} />
      {rows.length === 0 ? (
        <Notice>{t('nobody', { unit: nameOf(board.unit, locale) })}</Notice>
      ) : (
        <>
          <FiveNumbersLine numbers={fiveNumbers(rows)} />
          <Requests requests={board.requests} />
          <Sheet>
            <BoardFilter rows={rows} chosen={what} now={now} hrefOf={(show) => hrefOf({ show })} />
            {groups.length > 0 ? (
              <UnitGroups groups={groups} period={period.code} />
            ) : (
              <BoardReports
                {...board}
                period={labelOf(period, 'zh-CN')}
                page={query.page}
                hrefOf={(page) => hrefOf({ show: what, page })}
              />
            )}
          </Sheet>
        </>
      )}
    </>
  );
}

/** 应报, 实报, 报送率, 按时报, 按时率 in one line. */
function FiveNumbersLine({ numbers }: { numbers: FiveNumbers }) {
  const t = useTranslations('progress.five');
  const percent = (rate: string | null) => (rate === null ? '—' : `${rate}%`);
  const facts = [
    [t('expected'), numbers.expected],
    [t('received'), numbers.received],
    [t('rate'), percent(numbers.rate)],
    [t('onTime'), numbers.onTime],
    [t('onTimeRate'), percent(numbers.onTimeRate)],
  ] as const;
  return (
    <>
      <dl aria-label={t('label')} className="mt-3 flex flex-wrap gap-x-8 gap-y-1 tabular-nums">
        {facts.map(([name, value]) => (
          <div key={name} className="flex items-baseline gap-2">
            <dt className="text-ink-2">{name}</dt>
            <dd className="text-section font-bold">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mb-3 max-w-5xl text-table text-ink-2">{t('note')}</p>
    </>
  );
}
