import type { ReactNode } from 'react';
import { Sheet } from '@/components/ui/sheet';
import type { Summary } from '@/lib/domain/summary/summary';
import { Cautions } from './cautions';
import { KeyPoints } from './key-points';
import { Narrative } from './narrative';
import type { SummaryAddress } from './summary-address';

type Props = {
  summary: Summary;
  address: SummaryAddress;
  /** What stands between the title and the text. */
  under?: ReactNode;
  children?: ReactNode;
};

/** The title, what has to be known beforehand, and the text of a summary. */
export function SummarySheet({ summary, address, under, children }: Props) {
  return (
    <Sheet className="sm:px-8 sm:py-8" aria-labelledby="title">
      <h1 id="title" lang="zh-CN" className="border-b border-mark pb-3 text-center">
        {summary.title}
      </h1>
      {under}
      <Cautions cautions={summary.cautions} />
      <KeyPoints points={summary.keyPoints ?? []} address={address} />
      <Narrative paragraphs={summary.paragraphs} address={address} />
      {children}
    </Sheet>
  );
}
