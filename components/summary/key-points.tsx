import { useTranslations } from 'next-intl';
import type { Paragraph } from '@/lib/domain/comparison/source';
import { Narrative } from './narrative';
import { placeIds } from './places';
import type { SummaryAddress } from './summary-address';

type Props = { points: Paragraph[]; address: SummaryAddress };

/** What matters first, for the one who signs; its numbers lead to their figures as those of the text do. */
export function KeyPoints({ points, address }: Props) {
  const t = useTranslations('summary');
  if (points.length === 0) return null;
  return (
    <details className="mt-4 border-y border-line py-2">
      <summary className="min-h-8">{t('keyPoints')}</summary>
      <Narrative paragraphs={points} address={address} idOf={placeIds.point} />
    </details>
  );
}
