import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { PageHead } from '@/components/ui/page-head';
import { Tag } from '@/components/ui/tag';
import { labelOf, type Period } from '@/lib/domain/tree/period';
import type { ReportStatus } from '@/lib/domain/report/report';
import { nameOf } from '@/lib/i18n/name-of';
import { StatusTag } from '@/components/board/status-tag';

type Props = {
  title: string;
  /** Whether the title names the unit: where one opens the same page of ten units after another. */
  isNamed?: boolean;
  report: {
    unit: { name: string; nameEn: string };
    period: Period;
    status: ReportStatus;
    isLate: boolean;
    madeUp: boolean;
  };
  children?: ReactNode;
  actions?: ReactNode;
};

/** Head of a page about one report: what the page is for, whose report it is, and how far it has got. */
export function FormHead({ title, isNamed = false, report, children, actions }: Props) {
  const common = useTranslations('common');
  const t = useTranslations('reports');
  const locale = useLocale();
  const names = { unit: nameOf(report.unit, locale), period: labelOf(report.period, locale) };
  return (
    <PageHead
      title={isNamed ? t('formTitle', { ...names, title }) : title}
      actions={actions}
      meta={
        <span className="flex flex-wrap items-center gap-x-5 gap-y-1">
          {isNamed ? null : <span>{`${names.unit} ${names.period}`}</span>}
          <StatusTag status={report.status} />
          {report.isLate ? <Tag kind="attention">{t('late')}</Tag> : null}
          {report.madeUp ? <Tag>{common('madeUp')}</Tag> : null}
          {children}
        </span>
      }
    />
  );
}
