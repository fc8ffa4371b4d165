import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import type { ReportStatus } from '@/lib/domain/report/report';

type Source = {
  reportId: string;
  unit: { code: string; name: string; nameEn: string };
  submissionId: string | null;
  status: ReportStatus;
  isOpenTo: boolean;
  number: number | null;
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
