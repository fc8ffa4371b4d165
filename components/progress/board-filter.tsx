import { useTranslations } from 'next-intl';
import { ChoiceLinks } from '@/components/ui/choice-links';
import { boardOrder, isHandedIn, isCountedLate } from '@/lib/domain/report/progress';
import type { ReportStatus } from '@/lib/domain/report/report';
import type { BoardRow } from './progress-row';

export type Shown = 'waiting' | 'in' | 'late' | 'all' | ReportStatus;

/** What an address asks to see; at first those who have not reported. */
export function shownWhat(asked: string | undefined): Shown {
  return (['in', 'late', 'all', ...boardOrder] as const).find((one) => one === asked) ?? 'waiting';
}

/** The rows of a choice: as many as its count says. Who has not reported comes in the order of the board. */
export function shownRows<T extends BoardRow>(rows: readonly T[], what: Shown, now: Date): T[] {
  if (what === 'waiting')
    return boardOrder.flatMap((status) =>
      rows.filter((row) => row.status === status && !isHandedIn(status)),
    );
  if (what === 'in') return rows.filter(({ status }) => isHandedIn(status));
  if (what === 'late') return rows.filter((row) => isCountedLate(row, now));
  return what === 'all' ? [...rows] : rows.filter(({ status }) => status === what);
}

// Above this a list is no longer one look.
const mostAtOnce = 200;

/** The units directly below with those under each; none where there are few enough to show one by one. */
export function groupsOf(
  top: string,
  rows: readonly BoardRow[],
): { unit: BoardRow['unit']; rows: BoardRow[] }[] {
  if (rows.length <= mostAtOnce) return [];
  const groups = new Map<string, BoardRow[]>();
  for (const row of rows) {
    const code = row.unit.lineage.slice(top.length).split('/')[0] ?? '';
    const group = groups.get(code);
    if (group) group.push(row);
    else groups.set(code, [row]);
  }
  const named = [...groups].map(([code, some]) => ({
    unit: some.find((row) => row.unit.code === code)?.unit,
    rows: some,
  }));
  return groups.size > 1 &&
    named.every(({ unit }) => unit) &&
    named.some(({ rows: some }) => some.length > 1)
    ? (named as { unit: BoardRow['unit']; rows: BoardRow[] }[])
    : [];
}

type Props = {
  rows: readonly BoardRow[];
  chosen: Shown;
  now: Date;
  hrefOf: (show: string | undefined) => string;
};

/** How many stand where, each count an address of its own. */
export function BoardFilter({ rows, chosen, now, hrefOf }: Props) {
  const [t, status] = [useTranslations('progress.show'), useTranslations('common.status')];
  const count = (what: Shown) => shownRows(rows, what, now).length;
  const options = [
    { what: 'waiting' as const, text: t('waiting', { count: count('waiting') }) },
    ...boardOrder
      .filter((one) => count(one) > 0)
      .map((one) => ({ what: one, text: t('status', { status: status(one), count: count(one) }) })),
    ...(['late', 'in', 'all'] as const).map((what) => ({
      what,
      text: t(what, { count: count(what) }),
    })),
  ];
  return (
    <nav aria-label={t('label')} className="no-print mb-2">
      <ChoiceLinks
        className="flex flex-wrap gap-x-5 gap-y-1 tabular-nums"
        options={options.map(({ what, text }) => ({
          href: hrefOf(what === 'waiting' ? undefined : what),
          text,
          isChosen: what === chosen,
        }))}
      />
    </nav>
  );
}
