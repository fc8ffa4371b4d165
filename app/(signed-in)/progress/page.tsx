import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { BoardFilter } from '@/components/progress/board-filter';
import { BoardHead } from '@/components/progress/board-head';
import { FiveNumbersLine } from '@/components/progress/five-numbers';
import { Requests } from '@/components/progress/requests';
import { UnitGroups } from '@/components/progress/unit-groups';
import { Notice } from '@/components/ui/notice';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { fiveNumbers } from '@/lib/domain/report/progress';
import { labelOf } from '@/lib/domain/tree/period';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { readBoard, type BoardQuery } from './read-board';
import { BoardReports } from './board-reports';

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
