import { useTranslations } from 'next-intl';
import { Tag, type TagKind } from '@/components/ui/tag';
import type { ReportStatus } from '@/lib/domain/report/report';

/** How far a report has got. */
export function StatusTag({ status }: { status: ReportStatus }) {
  const t = useTranslations('common.status');
  return <Tag kind={kinds[status]}>{t(status)}</Tag>;
}

const kinds: Record<ReportStatus, TagKind> = {
  'not-started': 'todo',
  filling: 'todo',
  'awaiting-signature': 'todo',
  submitted: 'todo',
  returned: 'attention',
  approved: 'good',
};
