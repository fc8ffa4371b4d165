import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { SummaryStyle } from '@/lib/domain/comparison/source';
import { styleQuery } from '@/lib/domain/summary/style';
import { paths } from '@/lib/paths';
import { Exports } from '../exports';
import { PrintButton } from '../print-button';
import { StyleForm } from '../style-form';
import { WholeLink } from './whole-link';

type Props = {
  pdf: ReactNode;
  unit: string;
  unitName: string;
  period: string;
  headings: { id: string; text: string }[];
  style: SummaryStyle;
  indicator: string | undefined;
  hasOwnSummary: boolean;
};

/** Beside the sheet of units while no number is looked into: how to use it, its parts, and the way to the unit's own
 *  summary. */
export async function UnitsBeside({
  pdf,
  unit,
  unitName,
  period,
  headings,
  style,
  indicator,
  hasOwnSummary,
}: Props) {
  const [t, summary] = await Promise.all([getTranslations('units'), getTranslations('summary')]);
  return (
    <div className="beside no-print mt-6 min-[1100px]:mt-0">
      <p className="border-l-4 border-act bg-paper px-4 py-3">{t('help')}</p>
      <Contents headings={headings} />
      <p className="mt-4">
        <WholeLink unit={unit} period={period} />
      </p>
      {hasOwnSummary ? (
        <p className="mt-4">
          <a href={paths.summary(unit, period)}>{t('toSummary', { unit: unitName })}</a>
        </p>
      ) : null}
      {/* Falls are not listed unit by unit. */}
      <StyleForm
        action={paths.units(unit, period)}
        style={style}
        names={['length', 'headings', 'numbers']}
        keeps={{ indicator }}
      />
      <Exports
        address={(format, query) => paths.summaryFile(unit, period, format, query)}
        query={{ of: 'units', ...styleQuery(style) }}
      />
      <p className="mt-4 flex flex-wrap gap-x-4">
        <PrintButton>{summary('beside.print')}</PrintButton>
        {pdf}
      </p>
    </div>
  );
}

/** The parts of the sheet: those of its text, then its tables and charts. */
async function Contents({ headings }: Pick<Props, 'headings'>) {
  const [t, summary] = await Promise.all([getTranslations('units'), getTranslations('summary')]);
  const parts: { id: string; text: string; lang?: string }[] = [
    ...headings.map((heading) => ({ ...heading, lang: 'zh-CN' })),
    ...(['indicator', 'overview', 'totals'] as const).map((id) => ({ id, text: t(id) })),
    { id: 'charts', text: summary('chart.title') },
  ];
  return (
    <nav aria-label={summary('beside.contents')} className="mt-4">
      <h2>{summary('beside.contents')}</h2>
      <ul className="mt-1">
        {parts.map(({ id, text, lang }) => (
          <li key={id} lang={lang}>
            <a href={`#${id}`} className="inline-flex min-h-8 items-center">
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
