import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { paths } from '@/lib/paths';
import { PrintButton } from './print-button';

type Props = { pdf: ReactNode; unit: string; unitName: string; period: string; headings: { id: string; text: string }[]; hasOwnSummary: boolean };

/** Beside the sheet of units while no number is looked into: how to use it, its parts, and the way to the unit's own summary. */
export async function UnitsBeside({ pdf, unit, unitName, period, headings, hasOwnSummary }: Props) {
  const [t, summary, files] = await Promise.all([getTranslations('units'), getTranslations('summary'), getTranslations('files.export')]);
  const parts = [
    ...headings.map((heading) => ({ ...heading, lang: 'zh-CN' })),
    ...(['indicator', 'overview', 'totals'] as const).map((id) => ({ id, text: t(id), lang: undefined })),
    { id: 'charts', text: summary('chart.title'), lang: undefined },
  ];
  return (
    <div className="beside no-print mt-6 min-[1100px]:mt-0">
      <p className="border-l-4 border-act bg-paper px-4 py-3">{t('help')}</p>
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
      {hasOwnSummary ? (
        <p className="mt-4">
          <a href={paths.summary(unit, period)}>{t('toSummary', { unit: unitName })}</a>
        </p>
      ) : null}
      <nav aria-label={files('title')} className="mt-6">
        <h2>{files('title')}</h2>
        <ul className="mt-1 flex flex-wrap gap-x-5">
          {(['word', 'excel', 'csv', 'json'] as const).map((format) => (
            <li key={format}>
              <a href={paths.unitsFile(unit, period, format)} download className="inline-flex min-h-8 items-center">
                {files(format)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p className="mt-4 flex flex-wrap gap-x-4">
        <PrintButton>{summary('beside.print')}</PrintButton>
        {pdf}
      </p>
    </div>
  );
}
