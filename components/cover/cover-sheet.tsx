import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import {
  FormNumbers,
  SignatureFields,
  type FormHeader,
} from '@/components/figures/paper-form-parts';
import { FigureText } from '@/components/figures/figures-sheet';
import { ListTable } from '@/components/ui/list-table';
import type { Figure } from '@/lib/domain/figure/figure';
import { fingerprintGroups, fingerprintLine } from '@/lib/domain/report/fingerprint';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { labelOf, type Period } from '@/lib/domain/tree/period';
import { nameOf } from '@/lib/i18n/name-of';

type Props = {
  title: string;
  header: FormHeader;
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
export function CoverSheet({ title, header, totals, ...props }: Props) {
  const [t, common] = [useTranslations('cover'), useTranslations('common')];
  return (
    <article className="cover-sheet border border-line bg-paper p-6 print:border-0 print:p-0">
      <FormNumbers header={header} className="" />
      <h1 className="mt-6 text-center">{title}</h1>
      <p className="mt-1 text-center text-section">
        {t('title')}
        {props.report.madeUp ? `（${common('madeUp')}）` : ''}
      </p>
      <Facts {...props} />
      {totals.length > 0 ? <Totals totals={totals} /> : null}
      <SignatureFields
        words={t}
        className="mx-auto mt-10 max-w-2xl gap-y-8 sm:grid-cols-2 print:mt-8 print:grid-cols-2"
      />
      <Fingerprint {...props} />
    </article>
  );
}

/** Whose submission it is, which, and who filled it in and signed it when. */
function Facts({ report, submission, figures }: Pick<Props, 'report' | 'submission' | 'figures'>) {
  const t = useTranslations('cover');
  const [locale, format] = [useLocale(), useFormatter()];
  const { unit, period, isLate } = report;
  const { number, sentBy, sentAt, cosignedBy, cosignedAt, signedBy, signedAt } = submission;
  const byAt = (by: string | null, at: Date | null) =>
    by && at ? t('byAt', { by, at: format.dateTime(at, 'minute') }) : '—';
  return (
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
  );
}

function Totals({ totals }: Pick<Props, 'totals'>) {
  const [t, form] = [useTranslations('cover'), useTranslations('entryTools.print')];
  const locale = useLocale();
  return (
    <ListTable
      stack={false}
      stickyHead={false}
      className="paper-table mx-auto mt-6 max-w-2xl print:mt-4"
      rows={totals}
      keyOf={({ indicator }) => indicator.code}
      columns={[
        { head: t('totals'), cell: ({ indicator }) => nameOf(indicator, locale) },
        {
          head: form('columns.measure'),
          cell: ({ indicator: { display, unit } }) => display.moneyUnit ?? unit,
          width: 'w-16 sm:w-24',
        },
        {
          head: t('value'),
          cell: (row) => <FigureText {...row} workedOut={null} />,
          isNumber: true,
          width: 'w-24 sm:w-36',
        },
      ]}
    />
  );
}

/** By which a printed cover is held against the submission: its beginning to be compared at a glance, and all of it. */
function Fingerprint({
  report: { unit, period },
  submission: { number },
  fingerprint,
}: Pick<Props, 'report' | 'submission' | 'fingerprint'>) {
  const t = useTranslations('cover');
  return (
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
