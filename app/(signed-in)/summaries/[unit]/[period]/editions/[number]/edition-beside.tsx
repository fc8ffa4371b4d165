import { useLocale, useTranslations } from 'next-intl';
import { Exports } from '@/components/summary/exports';
import { PrintButton } from '@/components/summary/print-button';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PdfLink } from '@/components/ui/pdf-link';
import type { findEdition } from '@/lib/data/desk/editions';
import { officeDay } from '@/lib/domain/tree/office-day';
import { labelOfCode } from '@/lib/domain/tree/period';
import { chromiumPath } from '@/lib/env';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';

type Props = {
  edition: NonNullable<Awaited<ReturnType<typeof findEdition>>>;
  unit: string;
  period: string;
  number: number;
};

/** Beside an edition: whether it is still what it was, the submissions behind it, and its files. */
export function EditionBeside({ edition, unit, period, number }: Props) {
  const [t, summaryText] = [useTranslations('desk.editions'), useTranslations('summary')];
  const locale = useLocale();
  const { sources } = edition.content;
  return (
    <>
      <Notice kind={edition.isIntact ? 'good' : 'wrong'}>
        <p>{t(edition.isIntact ? 'intact' : 'broken')}</p>
        <p className="mt-1 text-table [overflow-wrap:anywhere] text-ink-2">
          {t('hash')} {edition.hash}
        </p>
      </Notice>
      <h2>{t('sources')}</h2>
      <ul>
        {sources.map((source) => (
          <li key={`${source.unit} ${source.period}`} className="border-b border-line py-1">
            {t('source', {
              unit: source.unit === unit ? nameOf(edition.unit, locale) : source.unit,
              period: labelOfCode(source.period, locale),
              submission: source.submission,
            })}
            <span className="text-ink-2">
              {' · '}
              {summaryText(`standing.${source.standing}`)}
            </span>
          </li>
        ))}
      </ul>
      <div className="no-print">
        <Exports
          address={(format, query) => paths.editionFile(unit, period, number, format, query)}
          day={officeDay(edition.issuedAt)}
        />
      </div>
      <p className="no-print mt-4 flex flex-wrap gap-3">
        <PrintButton>{summaryText('beside.print')}</PrintButton>
        <PdfLink page={paths.edition(unit, period, number)} isOffered={chromiumPath() !== null} />
        <LinkButton href={paths.redline(unit, period)}>{t('compare')}</LinkButton>
      </p>
    </>
  );
}
