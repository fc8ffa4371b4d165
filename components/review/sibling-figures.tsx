import { useLocale, useTranslations } from 'next-intl';
import type { Figure } from '@/lib/domain/figure/figure';
import { perMember } from '@/lib/domain/checks/figure-hints';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { compare } from '@/lib/domain/figure/number';
import { printFigure } from '@/lib/domain/figure/print';
import type { Peers } from '@/lib/domain/checks/statistical-hints';
import { nameOf } from '@/lib/i18n/name-of';
import { printPerThousand } from '@/components/figures/hint-sentence';

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
  const locale = useLocale();
  const others = siblings.filter(({ isHere }) => !isHere);
  const isRate = indicator.unit === '%';
  const share = ({ figure, members }: Sibling) =>
    isRate ? null : perMember(figure.value!, indicator, members);
  const hasShare = siblings.some((one) => share(one) !== null);
  if (others.length === 0 && !peers) return <span className="text-ink-2">{t('none')}</span>;
  return (
    <>
      {peers ? (
        <p>
          {peers.period}　
          {t('usual', {
            units: peers.units,
            perThousand: isRate ? 'no' : 'yes',
            value: printPerThousand(peers.usual, indicator),
          })}
        </p>
      ) : null}
      {others.length > 0 ? (
        <details>
          <summary className="min-h-6">{t('open', { count: others.length, period })}</summary>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('unit')}</th>
                <th scope="col" className="number">
                  {t('value')}
                </th>
                {hasShare ? (
                  <th scope="col" className="number">
                    {t('perThousand')}
                  </th>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {siblings
                .toSorted((a, b) => compare(b.figure.value!, a.figure.value!))
                .map((one) => (
                  <tr key={one.unit.name} className={one.isHere ? 'font-bold' : undefined}>
                    <th scope="row">
                      {nameOf(one.unit, locale)}
                      {one.isHere ? `（${t('here')}）` : ''}
                    </th>
                    <td className="number">{printFigure(one.figure, indicator)}</td>
                    {hasShare ? (
                      <td className="number">
                        {share(one) === null ? '' : printPerThousand(share(one)!, indicator)}
                      </td>
                    ) : null}
                  </tr>
                ))}
            </tbody>
          </table>
        </details>
      ) : null}
    </>
  );
}
