import { useLocale, useTranslations } from 'next-intl';
import { printPerThousand } from '@/components/figures/hint-sentence';
import { ListTable, type Column } from '@/components/ui/list-table';
import type { Figure } from '@/lib/domain/figure/figure';
import { perMember } from '@/lib/domain/checks/figure-hints';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { compare } from '@/lib/domain/figure/number';
import { printFigure } from '@/lib/domain/figure/print';
import type { Peers } from '@/lib/domain/checks/statistical-hints';
import { nameOf } from '@/lib/i18n/name-of';

type Sibling = {
  unit: { name: string; nameEn: string };
  figure: Figure;
  members: string | null;
  isHere: boolean;
};

/** The same indicator of the units beside, largest first; amounts also per thousand members. */
export function SiblingFigures({
  siblings,
  indicator,
  peers,
  period,
}: {
  siblings: readonly Sibling[];
  indicator: Indicator;
  peers: (Peers & { period: string }) | null;
  period: string;
}) {
  const t = useTranslations('figure.peers');
  const others = siblings.filter(({ isHere }) => !isHere);
  if (others.length === 0 && !peers) return <span className="text-ink-2">{t('none')}</span>;
  return (
    <>
      {peers ? (
        <p>
          {peers.period}　
          {t('usual', {
            units: peers.units,
            perThousand: indicator.unit === '%' ? 'no' : 'yes',
            value: printPerThousand(peers.usual, indicator),
          })}
        </p>
      ) : null}
      {others.length > 0 ? (
        <details>
          <summary className="min-h-6">{t('open', { count: others.length, period })}</summary>
          <SiblingTable siblings={siblings} indicator={indicator} />
        </details>
      ) : null}
    </>
  );
}

function SiblingTable({
  siblings,
  indicator,
}: {
  siblings: readonly Sibling[];
  indicator: Indicator;
}) {
  const [t, locale] = [useTranslations('figure.peers'), useLocale()];
  const share = ({ figure, members }: Sibling) =>
    indicator.unit === '%' ? null : perMember(figure.value!, indicator, members);
  const printShare = (one: Sibling) => {
    const value = share(one);
    return value === null ? '' : printPerThousand(value, indicator);
  };
  const columns: Column<Sibling>[] = [
    {
      head: t('unit'),
      cell: ({ unit, isHere }) => `${nameOf(unit, locale)}${isHere ? `（${t('here')}）` : ''}`,
    },
    { head: t('value'), cell: ({ figure }) => printFigure(figure, indicator), isNumber: true },
  ];
  return (
    <ListTable
      stack={false}
      stickyHead={false}
      rows={siblings.toSorted((a, b) => compare(b.figure.value!, a.figure.value!))}
      keyOf={({ unit }) => unit.name}
      rowStyle={({ isHere }) => (isHere ? 'font-bold' : undefined)}
      columns={
        siblings.some((one) => share(one) !== null)
          ? [...columns, { head: t('perThousand'), cell: printShare, isNumber: true }]
          : columns
      }
    />
  );
}
