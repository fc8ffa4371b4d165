import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { SummaryStyle } from '@/lib/domain/comparison/source';
import { paths } from '@/lib/paths';
import { PrintButton } from '../print-button';
import { StyleForm, type BaseChoice } from '../style-form';
import { WholeLink } from './whole-link';

type Props = {
  unit: string;
  period: string;
  headings: { id: string; text: string }[];
  base: BaseChoice | null;
  style: SummaryStyle;
  hasUnits: boolean;
  desk: ReactNode;
  files: ReactNode;
  pdf: ReactNode;
};

/** Beside the sheet while no number is looked into: how to use it, its parts, what to compare with, and how to write
 *  it. */
export async function Beside({
  unit,
  period,
  headings,
  base,
  style,
  hasUnits,
  desk,
  files,
  pdf,
}: Props) {
  const [t, units] = await Promise.all([getTranslations('summary'), getTranslations('units')]);
  return (
    <div className="beside no-print mt-6 min-[1100px]:mt-0">
      <p className="border-l-4 border-act bg-paper px-4 py-3">{t('beside.help')}</p>
      {desk}
      <nav aria-label={t('beside.contents')} className="mt-4">
        <h2>{t('beside.contents')}</h2>
        <ul className="mt-1">
          {[
            ...headings.map((heading) => ({ ...heading, lang: 'zh-CN' })),
            { id: 'comparison', text: t('table.title'), lang: undefined },
            { id: 'charts', text: t('chart.title'), lang: undefined },
          ].map(({ id, text, lang }) => (
            <li key={id} lang={lang}>
              <a href={`#${id}`} className="inline-flex min-h-8 items-center">
                {text}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {hasUnits ? (
        <p className="mt-4">
          <a href={paths.units(unit, period)} className="mr-4">
            {units('toUnits')}
          </a>
          <WholeLink unit={unit} period={period} />
        </p>
      ) : null}
      <StyleForm action={paths.summary(unit, period)} base={base} style={style} />
      {files}
      <p className="mt-4 flex flex-wrap gap-x-4">
        <PrintButton>{t('beside.print')}</PrintButton>
        {pdf}
      </p>
    </div>
  );
}
