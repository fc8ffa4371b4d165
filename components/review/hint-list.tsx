import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import type { Figure } from '@/lib/domain/figure/figure';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import type { FormHint } from '@/lib/domain/checks/term-hints';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { useHintSentence } from '@/components/figures/hint-sentence';

type Row = {
  indicator: Indicator;
  figure: Pick<Figure, 'value'> | null;
  previous: Pick<Figure, 'value'> | null;
};
type Props = {
  hints: ReadonlyMap<string, FormHint>;
  rows: readonly Row[];
  previous: string;
  reportId: string;
};

/** The few figures that stand out though no check fails, each in one sentence. */
export function HintList({ hints, rows, previous, reportId }: Props) {
  const t = useTranslations('hints');
  const locale = useLocale();
  const sentence = useHintSentence(previous);
  if (hints.size === 0) return null;
  return (
    <section id="unusual" tabIndex={-1} className="mt-6 outline-none first:mt-0">
      <h2>{t('title', { count: hints.size })}</h2>
      <p className="mb-2 max-w-3xl text-ink-2">{t('text')}</p>
      <ul>
        {[...hints].map(([code, hint]) => {
          const row = rows.find(({ indicator }) => indicator.code === code)!;
          const { indicator } = row;
          return (
            <li key={code} className="border-t border-line py-2">
              <Link
                href={paths.section(reportId, indicator.section, code)}
                className="mr-4 inline-block min-h-6"
              >
                {nameOf(indicator, locale)}
              </Link>
              <span className="tabular-nums">
                {sentence(hint, {
                  indicator,
                  value: row.figure?.value ?? null,
                  last: row.previous?.value ?? null,
                })}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
