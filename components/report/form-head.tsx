import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { PageHead } from '@/components/ui/page-head';
import { Tag } from '@/components/ui/tag';
import { labelOf, type Period } from '@/lib/domain/period';
import type { ReportStatus } from '@/lib/domain/report';
import { nameOf } from '@/lib/i18n/name-of';
import { StatusTag } from './status-tag';

type Props = {
  title: string;
  report: { unit: { name: string; nameEn: string }; period: Period; status: ReportStatus; isLate: boolean; madeUp: boolean };
  children?: ReactNode;
  actions?: ReactNode;
};

/** Head of a page about one report: what the page is for, whose report it is, and how far it has got. */
export function FormHead({ title, report, children, actions }: Props) {
  const common = useTranslations('common');
  const t = useTranslations('reports');
  const locale = useLocale();
  return (
    <PageHead
      title={title}
      actions={actions}
      meta={
        <span className="flex flex-wrap items-center gap-x-5 gap-y-1">
          <span>
            {nameOf(report.unit, locale)} {labelOf(report.period, locale)}
          </span>
          <StatusTag status={report.status} />
          {report.isLate ? <Tag kind="attention">{t('late')}</Tag> : null}
          {report.madeUp ? <Tag>{common('madeUp')}</Tag> : null}
          {children}
        </span>
      }
    />
  );
}
