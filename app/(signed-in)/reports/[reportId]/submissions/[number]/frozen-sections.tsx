import { useTranslations, useLocale } from 'next-intl';
import { Fragment } from 'react';
import { WrittenNotes } from '@/components/notes/written-notes';
import { missingIndicators } from '@/lib/domain/report/completeness';
import type { readNumberedForm } from '../../../read-form';
import { FigureName } from '@/components/figures/figure-name';
import type { Figure } from '@/lib/domain/figure/figure';
import type { Indicator, Section } from '@/lib/domain/catalogue/indicator';
import { nameOf } from '@/lib/i18n/name-of';
import { PrintedFigure } from '@/components/figures/printed-figure';
import { useFigureRemarks } from '@/components/figures/reported-change';

type Form = NonNullable<Awaited<ReturnType<typeof readNumberedForm>>>;

/** Every section in which something was reported, and how many figures have no answer. */
export function FrozenSections({ form: { sections, rows, notes } }: { form: Form }) {
  const t = useTranslations('history.submission');
  const filled = rows.filter(
    ({ figure, changes, workedOut }) =>
      (figure !== null && figure.answer !== 'blank') || changes.length > 0 || workedOut !== null,
  );
  const missing = missingIndicators(rows.filter((row) => !filled.includes(row))).length;
  return (
    <>
      {filled.length === 0 ? <p className="mt-4">{t('empty')}</p> : null}
      {sections.map((section) => {
        const here = filled.filter(({ indicator }) => indicator.section === section.code);
        const isNoted = notes.some((note) => note.section === section.code && note.text !== '');
        return here.length > 0 || isNoted ? (
          <Fragment key={section.code}>
            <FrozenSection section={section} rows={here} />
            <WrittenNotes notes={notes} section={section.code} />
          </Fragment>
        ) : null;
      })}
      {filled.length > 0 && missing > 0 ? (
        <p className="mt-4 text-ink-2">{t('blank', { count: missing })}</p>
      ) : null}
    </>
  );
}

type Row = {
  indicator: Indicator;
  figure: Figure | null;
  changes: Figure[];
  workedOut: string | null;
};

/** One section of a submission in its printed form: figures as they were reported, with what was said of them. */
function FrozenSection({ section, rows }: { section: Section; rows: readonly Row[] }) {
  const t = useTranslations('history.submission');
  const locale = useLocale();
  const remarks = useFigureRemarks();
  return (
    <section className="mt-6">
      <h2 className="mb-1">{nameOf(section, locale)}</h2>
      <table className="table-stack table">
        <thead>
          <tr>
            <th scope="col">{t('columns.indicator')}</th>
            <th scope="col" className="number w-44">
              {t('columns.figure')}
            </th>
            <th scope="col" className="w-2/5">
              {t('columns.remarks')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ indicator, figure, changes, workedOut }) => (
            <tr key={indicator.code}>
              <FigureName indicator={indicator}>{nameOf(indicator, locale)}</FigureName>
              <td className="number" data-label={t('columns.figure')}>
                {figure === null && workedOut === null && changes.length > 0 ? (
                  '—'
                ) : (
                  <PrintedFigure figure={figure} indicator={indicator} workedOut={workedOut} />
                )}
              </td>
              <td>{remarks(figure, changes, indicator).join(locale === 'en' ? '; ' : '；')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
