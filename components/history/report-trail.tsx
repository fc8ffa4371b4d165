import { useLocale } from 'next-intl';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import type { Period } from '@/lib/domain/tree/period';
import { unitAndPeriod } from '@/lib/i18n/unit-and-period';
import { paths } from '@/lib/paths';

type Props = {
  report: { id: string; unit: { name: string; nameEn: string }; period: Period };
  /** What stands between the report and this page. */
  through?: readonly { href: string; text: string }[];
  here: string;
};

/** Where a page of a report stands: in its period, under the report. */
export function ReportTrail({ report, through = [], here }: Props) {
  const { unit, period } = unitAndPeriod(report, useLocale());
  return (
    <Breadcrumbs
      trail={[
        { href: paths.reports(report.period.code), text: period },
        { href: paths.report(report.id), text: unit },
        ...through,
      ]}
      here={here}
    />
  );
}
