import { useLocale, useTranslations } from 'next-intl';
import type { Figure } from '@/lib/domain/figure/figure';
import type { Check, Indicator, Section } from '@/lib/domain/catalogue/indicator';
import { printRelation } from '@/lib/domain/checks/relation';
import { nameOf } from '@/lib/i18n/name-of';
import { FigureText } from '@/components/figures/figures-sheet';

type Row = {
  indicator: Indicator;
  figure: Figure | null;
  previous: Figure | null;
  workedOut: string | null;
  previousWorkedOut: string | null;
};
type Props = {
  title: string;
  unit: string;
  period: string;
  header: { number: string; issuedBy: string; approval: string; validUntil: string };
  sections: readonly Section[];
  rows: readonly Row[];
  checks: readonly Check[];
  /** Nobody has approved it: a word across every page says so. */
  isDraft: boolean;
  isBlank: boolean;
};

/** A report as the paper form it stands for: to be signed and sealed, or to be filled in by hand. */
export function PaperForm({
  title,
  unit,
  period,
  header,
  sections,
  rows,
  checks,
  isDraft,
  isBlank,
}: Props) {
  const t = useTranslations('entryTools.print');
  const locale = useLocale();
  const order = new Map(
    sections
      .flatMap(({ code }) => rows.filter(({ indicator }) => indicator.section === code))
      .map(({ indicator }, at) => [indicator.code, at + 1]),
  );
  return (
    <article className="paper-form border border-line bg-paper p-6 print:border-0 print:bg-transparent print:p-0">
      {isDraft && !isBlank ? (
        <p className="watermark" aria-hidden="true">
          {t('draft')}
        </p>
      ) : null}
      <h1 className="text-center">{title}</h1>
      {isDraft && !isBlank ? <p className="text-center text-ink-2">{t('draft')}</p> : null}
      <ul lang="zh-CN" className="my-3 ml-auto w-fit text-table">
        <li>{t('number', { value: header.number })}</li>
        <li>{t('issuedBy', { value: header.issuedBy })}</li>
        <li>{t('approval', { value: header.approval })}</li>
        <li>{t('validUntil', { value: header.validUntil })}</li>
      </ul>
      {/* Paper keeps its width: on a narrow screen the table moves within the sheet. */}
      <div
        className="overflow-x-auto print:overflow-visible"
        role="region"
        aria-label={title}
        tabIndex={0}
      >
        <table className="paper-table table">
          <thead>
            <tr>
              <th scope="colgroup" colSpan={7} className="border-0! font-normal!">
                {t('unit', { value: unit })}　　{t('period', { value: period })}
              </th>
            </tr>
            <tr>
              <th scope="col" className="number w-12 print:w-8">
                {t('columns.order')}
              </th>
              <th scope="col">{t('columns.indicator')}</th>
              <th scope="col" className="w-20 print:w-15">
                {t('columns.measure')}
              </th>
              <th scope="col" className="w-18 print:w-15">
                {t('columns.code')}
              </th>
              <th scope="col" className="number w-28 print:w-22">
                {t('columns.previous')}
              </th>
              <th scope="col" className="number w-28 print:w-22">
                {t('columns.current')}
              </th>
              <th scope="col" className="w-36 print:w-26">
                {t('columns.notes')}
              </th>
            </tr>
          </thead>
          {sections.map((section) => (
            <tbody key={section.code}>
              <tr className="keeps-next">
                <th scope="rowgroup" colSpan={7} className="font-bold!">
                  {nameOf(section, locale)}
                </th>
              </tr>
              {rows
                .filter(({ indicator }) => indicator.section === section.code)
                .map(({ indicator, figure, previous, workedOut, previousWorkedOut }) => (
                  <tr key={indicator.code}>
                    <td className="number">{order.get(indicator.code)}</td>
                    <th scope="row" className={indicator.partOf ? 'pl-8!' : undefined}>
                      {nameOf(indicator, locale)}
                    </th>
                    <td>{indicator.display.moneyUnit ?? indicator.unit}</td>
                    <td>{indicator.code}</td>
                    <td className="number">
                      {isBlank ? (
                        ''
                      ) : (
                        <FigureText
                          figure={previous}
                          indicator={indicator}
                          workedOut={previousWorkedOut}
                        />
                      )}
                    </td>
                    <td className="number">
                      {isBlank ? (
                        ''
                      ) : (
                        <FigureText figure={figure} indicator={indicator} workedOut={workedOut} />
                      )}
                    </td>
                    <td>
                      {isBlank ? '' : [figure?.scopeNote, figure?.note].filter(Boolean).join('；')}
                    </td>
                  </tr>
                ))}
            </tbody>
          ))}
        </table>
      </div>
      <Relations checks={checks} />
      <ul className="mt-8 grid break-inside-avoid grid-cols-2 gap-x-8 gap-y-6">
        {(['head', 'statistician', 'filler', 'phone', 'date', 'seal'] as const).map((name) => (
          <li key={name}>{t(name)}</li>
        ))}
      </ul>
    </article>
  );
}

/** The main relations between the figures, as forms have them under their table: those that must hold. */
function Relations({ checks }: { checks: readonly Check[] }) {
  const t = useTranslations('entryTools.print');
  const main = checks.filter(
    ({ kind, op }) => (kind === 'mandatory' || kind === 'quasi') && op !== 'present-if',
  );
  if (main.length === 0) return null;
  const words = {
    before: t('relationBefore'),
    present: (given: string, asked: string) => `${given} → ${asked}`,
  };
  return (
    <section className="mt-4 text-table">
      <h2 className="text-table">{t('relations')}</h2>
      <ul className="mt-1 gap-x-6 sm:columns-3 print:columns-3">
        {main.map((check) => (
          <li key={check.code} className="break-inside-avoid tabular-nums">
            <span className="text-ink-2">{check.code}</span> {printRelation(check, words)}
          </li>
        ))}
      </ul>
      <p className="mt-1 text-ink-2">{t('relationsNote')}</p>
    </section>
  );
}
