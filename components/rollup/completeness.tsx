import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import type { ReportStatus } from '@/lib/domain/report/report';
import { isReworked } from './is-reworked';

type Source = {
  reportId: string;
  unit: { code: string; name: string; nameEn: string };
  submissionId: string | null;
  status: ReportStatus;
  isOpenTo: boolean;
  number: number | null;
  newest: { number: number };
};
type Props = {
  label: string;
  /** Where everybody's progress is. */ board: string;
  expected: readonly Source[];
  reported: number;
  standing: 'submitted' | 'approved';
};

const named = 12;

/** How much of a total is there, and who is missing: each leads to its report where there is something to read. */
export function Completeness({ label, board, expected, reported, standing }: Props) {
  const [t, status, locale] = [
    useTranslations('rollup'),
    useTranslations('common.status'),
    useLocale(),
  ];
  const missing = expected.filter(({ submissionId }) => submissionId === null);
  const entries = missing.slice(0, named).map((source) => {
    const text = t('openReport', {
      unit: nameOf(source.unit, locale),
      status: status(source.status),
    });
    // What has never been handed in has nothing to read yet: it is looked up on the board.
    const isReadable =
      source.isOpenTo && (source.status === 'submitted' || source.status === 'returned');
    return {
      code: source.unit.code,
      text,
      href: isReadable ? paths.report(source.reportId) : board,
    };
  });
  return (
    <p>
      <span className="font-bold">
        {label}{' '}
        {t('completeness', {
          expected: expected.length,
          reported,
          standing: t(`standing.${standing}`),
        })}
      </span>
      <Reworked expected={expected} />
      {missing.length > 0 ? (
        <span className="text-ink-2">
          {locale === 'en' ? '. ' : '。'}
          {t(standing === 'approved' ? 'missingApproved' : 'missing')}
          {entries.map(({ code, text, href }, at) => (
            <span key={code}>
              {at > 0 ? (locale === 'en' ? ', ' : '、') : ''}
              <Link href={href}>{text}</Link>
            </span>
          ))}
          {missing.length > named ? '…' : ''}
        </span>
      ) : null}
    </p>
  );
}

/** Reports that are being worked on again (returned, withdrawn) and count with what was handed in before. */
function Reworked({ expected }: Pick<Props, 'expected'>) {
  const [t, status, locale] = [
    useTranslations('rollup'),
    useTranslations('common.status'),
    useLocale(),
  ];
  const reworked = expected.filter(isReworked);
  if (reworked.length === 0) return null;
  const units = reworked.slice(0, named).map((source) =>
    t('reworkedReport', {
      ...{ unit: nameOf(source.unit, locale), status: status(source.status) },
      number: source.number ?? 0,
    }),
  );
  return (
    <span className="text-attention">
      {t('reworked', {
        units: units.join(locale === 'en' ? ', ' : '、'),
        more: reworked.length > named ? '…' : '',
      })}
    </span>
  );
}
