import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Tag } from '@/components/ui/tag';
import { paths } from '@/lib/paths';

/** Whether the sealed cover of a submission has come, leading to it. */
export function CoverState({
  reportId,
  number,
  isSealed,
}: {
  reportId: string;
  number: number;
  isSealed: boolean;
}) {
  const t = useTranslations('cover.state');
  return (
    <Link href={paths.cover(reportId, number)} className="inline-block min-h-6">
      <Tag kind={isSealed ? 'good' : 'plain'}>{t(isSealed ? 'sealed' : 'open')}</Tag>
    </Link>
  );
}
