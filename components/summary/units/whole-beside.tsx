import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { SummaryStyle } from '@/lib/domain/comparison/source';
import { paths } from '@/lib/paths';
import { PrintButton } from '../print-button';
import { StyleForm } from '../style-form';

type Props = {
  unit: string;
  period: string;
  headings: { id: string; text: string }[];
  style: SummaryStyle;
  pdf: ReactNode;
};

/** Beside the text of the whole while no number is looked into: what it is, its parts, and the units side by side. */
export async function WholeBeside({ unit, period, headings, style, pdf }: Props) {
  const [t, summary] = await Promise.all([getTranslations('units'), getTranslations('summary')]);
  return (
    <div className="beside no-print mt-6 min-[1100px]:mt-0">
      <p className="border-l-4 border-act bg-paper px-4 py-3">{t('wholeHelp')}</p>
      <nav aria-label={summary('beside.contents')} className="mt-4">
        <h2>{summary('beside.contents')}</h2>
        <ul className="mt-1">
          {headings.map(({ id, text }) => (
            <li key={id} lang="zh-CN">
              <a href={`#${id}`} className="inline-flex min-h-8 items-center">
                {text}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p className="mt-4">
        <a href={paths.units(unit, period)}>{t('toUnits')}</a>
      </p>
      <StyleForm action={paths.whole(unit, period)} style={style} />
      <p className="mt-4 flex flex-wrap gap-x-4">
        <PrintButton>{summary('beside.print')}</PrintButton>
        {pdf}
      </p>
    </div>
  );
}
