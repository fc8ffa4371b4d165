import { getTranslations } from 'next-intl/server';
import type { Segment, TableCell } from '@/lib/domain/summary';
import { withoutUnit } from '@/lib/domain/summary-words';
import type { SummaryAddress } from './summary-address';
import { TracedNumber } from './traced-number';

type Props = { number: TableCell | Segment | null; unit: string; id: string; address: SummaryAddress };

/** A number of a table of units with its origin; a blank is a dash, that something does not apply is said in words. */
export async function UnitNumber({ number, unit, id, address }: Props) {
  const t = await getTranslations('common');
  if (number === null) return <span className="text-ink-2">—</span>;
  if (number.text === null) return <span className="text-ink-2">{number.answer === 'blank' ? '—' : t(`answer.${number.answer}`)}</span>;
  const text = withoutUnit(number.text, unit);
  if (!number.figures?.length) return text;
  return <TracedNumber id={id} number={{ ...number, text, figures: number.figures }} address={address} />;
}
