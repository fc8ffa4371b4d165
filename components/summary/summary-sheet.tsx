import type { ReactNode } from 'react';
import { Sheet } from '@/components/ui/sheet';
import type { Letterhead } from '@/lib/domain/document-plan/letterhead';
import type { Summary } from '@/lib/domain/summary/summary';
import { Cautions } from './cautions';
import { Narrative } from './narrative';
import type { SummaryAddress } from './summary-address';
import { useTranslations } from 'next-intl';
import type { Paragraph } from '@/lib/domain/comparison/source';
import { placeIds } from './places';

type Props = {
  summary: Summary;
  address: SummaryAddress;
  /** What stands between the title and the text. */
  under?: ReactNode;
  /** What the office prints around the text; on screen it would only repeat its name. */
  letterhead?: Letterhead | null;
  children?: ReactNode;
};

/** The title, what has to be known beforehand, and the text of a summary. */
export function SummarySheet({ summary, address, under, letterhead, children }: Props) {
  return (
    <Sheet className="sm:px-8 sm:py-8" aria-labelledby="title">
      {letterhead ? (
        <div lang="zh-CN" className="letterhead">
          <p className="issuer">{letterhead.issuer}</p>
          <p className="document-number">{letterhead.number}</p>
        </div>
      ) : null}
      <h1 id="title" lang="zh-CN" className="border-b border-mark pb-3 text-center">
        {summary.title}
      </h1>
      {under}
      {letterhead?.to ? (
        <p lang="zh-CN" className="letterhead">
          {letterhead.to}：
        </p>
      ) : null}
      <Cautions cautions={summary.cautions} />
      <KeyPoints points={summary.keyPoints ?? []} address={address} />
      <Narrative paragraphs={summary.paragraphs} address={address} />
      {letterhead?.copies ? (
        <p lang="zh-CN" className="letterhead copies">
          抄送：{letterhead.copies}。
        </p>
      ) : null}
      {children}
    </Sheet>
  );
}

type KeyPointsProps = { points: Paragraph[]; address: SummaryAddress };

/** What matters first, for the one who signs; its numbers lead to their figures as those of the text do. */
function KeyPoints({ points, address }: KeyPointsProps) {
  const t = useTranslations('summary');
  if (points.length === 0) return null;
  return (
    <details className="mt-4 border-y border-line py-2">
      <summary className="min-h-8">{t('keyPoints')}</summary>
      <Narrative paragraphs={points} address={address} idOf={placeIds.point} />
    </details>
  );
}
