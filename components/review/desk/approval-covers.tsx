import { useLocale, useTranslations } from 'next-intl';
import { countAnswers, type AnswerRow } from '@/lib/domain/report/completeness';
import { nameOf } from '@/lib/i18n/name-of';

type Props = {
  rows: readonly AnswerRow[];
  explanations: number;
  waivers: number;
  evidence: number;
  notes: number;
  hasScan: boolean;
  /** Units below whose reports have to be approved first. */
  pending: readonly { code: string; name: string; nameEn: string }[];
};

/** Everything that an approval covers and makes final, to be looked over before it is given. */
export function ApprovalCovers({
  rows,
  explanations,
  waivers,
  evidence,
  notes,
  hasScan,
  pending,
}: Props) {
  const t = useTranslations('review.covers');
  const locale = useLocale();
  const { filled, total } = countAnswers(rows);
  const without = rows.filter(
    ({ isAsked, figure }) =>
      isAsked && (figure?.answer === 'not_applicable' || figure?.answer === 'not_available'),
  ).length;
  const items = [
    t('figures', { filled, total, without }),
    t('explanations', { count: explanations }),
    ...(waivers > 0 ? [t('waivers', { count: waivers })] : []),
    ...(evidence > 0 ? [t('evidence', { count: evidence })] : []),
    ...(notes > 0 ? [t('notes', { count: notes })] : []),
    t(hasScan ? 'scan' : 'noScan'),
  ];
  return (
    <>
      {pending.length > 0 ? (
        <p className="mb-2 text-attention">
          ▲{' '}
          {t('pending', {
            count: pending.length,
            units: pending
              .slice(0, 10)
              .map((unit) => nameOf(unit, locale))
              .join(locale === 'en' ? ', ' : '、'),
          })}
        </p>
      ) : null}
      <p className="text-table">{t('title')}</p>
      <ul className="mb-2 list-disc pl-5 text-table text-ink-2">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </>
  );
}
