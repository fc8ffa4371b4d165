import { findEdition, listEditions } from '@/lib/data/desk/editions';
import type { Viewer } from '@/lib/data/database/access';
import { findDesk } from '@/lib/data/desk/manuscripts';
import { findSummary } from '@/lib/data/summary/summaries';
import { paragraphsOf } from '@/lib/domain/desk/paragraphs';
import { parsePeriodCode, previousOf } from '@/lib/domain/tree/period';
import type { Paragraph } from '@/lib/domain/comparison/source';

/** A text that may be laid beside another, as an address names it: "2021:edition.2", "2021:manuscript",
 *  "2020:generated". */
export type TextChoice = {
  value: string;
  period: string;
  kind: 'edition' | 'manuscript' | 'generated';
  number: number;
};

/** The texts of this period and the one before, in the order in which they would be compared. */
export async function listTexts(
  viewer: Viewer,
  unit: string,
  period: string,
): Promise<TextChoice[]> {
  const parsed = parsePeriodCode(period);
  const before = parsed ? [previousOf(parsed).code] : [];
  const lists = await Promise.all([...before, period].map((code) => textsOf(viewer, unit, code)));
  return lists.flat();
}

/** The paragraphs of a text; null where there is none that the viewer may see. */
export async function findText(
  viewer: Viewer,
  unit: string,
  { period, kind, number }: TextChoice,
): Promise<Paragraph[] | null> {
  if (kind === 'edition')
    return (
      (await findEdition(viewer, { unit, period }, number))?.content.summary.paragraphs ?? null
    );
  if (kind === 'generated')
    return (await findSummary(viewer, { unit, period }))?.paragraphs ?? null;
  const manuscript = (await findDesk(viewer, { unit, period }))?.manuscript;
  return manuscript ? paragraphsOf(manuscript) : null;
}

async function textsOf(viewer: Viewer, unit: string, period: string): Promise<TextChoice[]> {
  const [summary, editions, desk] = await Promise.all([
    findSummary(viewer, { unit, period }),
    listEditions(viewer, { unit, period }),
    findDesk(viewer, { unit, period }),
  ]);
  const of = (kind: TextChoice['kind'], number = 0): TextChoice => ({
    value: `${period}:${kind}${number ? `.${number}` : ''}`,
    period,
    kind,
    number,
  });
  return [
    ...(summary ? [of('generated')] : []),
    ...(editions ?? []).map(({ number }) => of('edition', number)).reverse(),
    ...(desk?.manuscript ? [of('manuscript')] : []),
  ];
}
