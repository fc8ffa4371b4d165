import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { FigureText } from '@/components/figures/figures-sheet';
import type { Figure } from '@/lib/domain/figure/figure';
import { fingerprintGroups, fingerprintLine } from '@/lib/domain/report/fingerprint';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { labelOf, type Period } from '@/lib/domain/tree/period';
import { nameOf } from '@/lib/i18n/name-of';

type Props = {
  title: string;
  header: { number: string; issuedBy: string; approval: string; validUntil: string };
  report: {
    unit: { code: string; name: string; nameEn: string };
    period: Period;
    isLate: boolean;
    madeUp: boolean;
  };
  submission: {
    number: number;
    sentBy: string | null;
    sentAt: Date | null;
    cosignedBy: string | null;
    cosignedAt: Date | null;
    signedBy: string | null;
    signedAt: Date | null;
  };
  figures: number;
  totals: readonly { indicator: Indicator; figure: Figure | null }[];
  fingerprint: string;
};

/** The cover of a signed submission, on one sheet of A4: whose it is, its main totals, where it is signed and sealed,
 *  and its fingerprint. */
export function CoverSheet({
  title,
  header,
  report,
  submission,
  figures,
  totals,
  fingerprint,
}: Props) {
  const t = useTranslations('cover');
  const form = useTranslations('entryTools.print');
  const common = useTranslations('common');
  const locale = useLocale();
  const format = useFormatter();
  const { unit, period, isLate, madeUp } = report;
  const { number, sentBy, sentAt, cosignedBy, cosignedAt, signedBy, signedAt } = submission;
  const byAt = (by: string | null, at: Date | null) =>
    by && at ? t('byAt', { by, at: format.dateTime(at, 'minute') }) : '—';
  return (
    <article className="cover-sheet border border-line bg-paper p-6 print:border-0 print:p-0">
      <ul lang="zh-CN" className="ml-auto w-fit text-table">
        <li>{form('number', { value: header.number })}</li>
        <li>{form('issuedBy', { value: header.issuedBy })}</li>
        <li>{form('approval', { value: header.approval })}</li>
        <li>{form('validUntil', { value: header.validUntil })}</li>
      </ul>
      <h1 className="mt-6 text-center">{title}</h1>
      <p className="mt-1 text-center text-section">
        {t('title')}
        {madeUp ? `（${common('madeUp')}）` : ''}
      </p>
      <dl className="mx-auto mt-6 grid max-w-2xl grid-cols-[max-content_1fr] gap-x-6 gap-y-1 print:mt-4">
        <Fact term={t('facts.unit')}>{nameOf(unit, locale)}</Fact>
        <Fact term={t('facts.code')}>{unit.code}</Fact>
        <Fact term={t('facts.period')}>{labelOf(period, locale)}</Fact>
        <Fact term={t('facts.number')}>
          {`${unit.code}-${period.code}-${number}`}
          {isLate ? `　${t('late')}` : ''}
        </Fact>
        <Fact term={t('facts.filled')}>{byAt(sentBy, sentAt)}</Fact>
        {cosignedBy ? <Fact term={t('facts.cosigned')}>{byAt(cosignedBy, cosignedAt)}</Fact> : null}
        <Fact term={t('facts.signed')}>{byAt(signedBy, signedAt)}</Fact>
        <Fact term={t('facts.count')}>{t('facts.countValue', { count: figures })}</Fact>
      </dl>
      {totals.length > 0 ? (
        <table className="paper-table mx-auto mt-6 table max-w-2xl print:mt-4">
          <thead>
            <tr>
              <th scope="col">{t('totals')}</th>
              <th scope="col" className="w-16 sm:w-24">
                {form('columns.measure')}
              </th>
              <th scope="col" className="number w-24 sm:w-36">
                {t('value')}
              </th>
            </tr>
          </thead>
          <tbody>
            {totals.map(({ indicator, figure }) => (
              <tr key={indicator.code}>
                <th scope="row">{nameOf(indicator, locale)}</th>
                <td>{indicator.display.moneyUnit ?? indicator.unit}</td>
                <td className="number">
                  <FigureText figure={figure} indicator={indicator} workedOut={null} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <ul className="mx-auto mt-10 grid max-w-2xl gap-x-8 gap-y-8 sm:grid-cols-2 print:mt-8 print:grid-cols-2">
        {(['head', 'statistician', 'filler', 'phone', 'date', 'seal'] as const).map((name) => (
          <li key={name}>{t(name)}</li>
        ))}
      </ul>
      <section className="mx-auto mt-12 max-w-2xl break-inside-avoid border-t border-line-2 pt-2 text-table print:mt-8">
        <h2 className="text-base!">{t('fingerprint')}</h2>
        <p className="fingerprint mt-1 grid w-fit grid-cols-4 gap-x-4 sm:grid-cols-8 print:grid-cols-8">
          {fingerprintGroups(fingerprint).map((group, place) => (
            <span
              key={place}
              className={place < 4 ? 'font-bold underline underline-offset-4' : undefined}
            >
              {group}{' '}
            </span>
          ))}
        </p>
        <p className="mt-1 text-ink-2">{t('fingerprintNote')}</p>
        <p className="fingerprint mt-1 text-[0.75rem] break-all">
          {fingerprintLine({ unit: unit.code, period: period.code, number, fingerprint })}
        </p>
      </section>
    </article>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-2">{term}</dt>
      <dd>{children}</dd>
    </>
  );
}
