import { useLocale, useTranslations } from 'next-intl';
import { LinkButton } from '@/components/ui/link-button';
import { Sheet } from '@/components/ui/sheet';
import { Tag } from '@/components/ui/tag';
import { nameOf } from '@/lib/i18n/name-of';
import { nextStep } from './next-step';
import { isOverdue, type ReportRow } from './report-row';
import { StatusTag } from './status-tag';

/** The viewer's own task in this period, before everything else. */
export function OwnReport({ row }: { row: ReportRow }) {
  const t = useTranslations('reports');
  const common = useTranslations('common');
  const locale = useLocale();
  const step = nextStep(row);
  return (
    <Sheet className="my-4 flex flex-wrap items-center gap-x-6 gap-y-3">
      <h2>{nameOf(row.unit, locale)}</h2>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <StatusTag status={row.status} />
        <span className="tabular-nums">
          {t('filled', { filled: row.filled, expected: row.expected })}
        </span>
        {row.submission > 1 ? (
          <span>
            {t(row.status === 'returned' ? 'submissionAhead' : 'submission', {
              number: row.submission,
            })}
          </span>
        ) : null}
        {isOverdue(row) ? <Tag kind="attention">{t('late')}</Tag> : null}
        {row.madeUp ? <Tag>{common('madeUp')}</Tag> : null}
      </p>
      {step ? (
        <LinkButton
          href={step.href}
          kind={step.key === 'read' ? 'plain' : 'primary'}
          className="ml-auto"
        >
          {t(`next.${step.key}`)}
        </LinkButton>
      ) : null}
    </Sheet>
  );
}
