import type { Segment } from '@/lib/domain/comparison/source';
import type { TableCell } from '@/lib/domain/comparison/comparison-table';
import { withoutUnit } from '@/lib/domain/summary/words';
import type { SummaryAddress } from '../summary-address';
import { TracedNumber } from '../trace/traced-number';

/** What stands where there is no number, in the reader's language. */
export type Answers = Record<'not_applicable' | 'not_available', string>;
type Props = {
  number: TableCell | Segment | null;
  unit: string;
  id: string;
  answers: Answers;
  address: SummaryAddress;
};

/** A number of a table of units with its origin; a blank is a dash, that something does not apply is said in words.
 *  There are a thousand on a page: none of them waits for anything. */
export function UnitNumber({ number, unit, id, answers, address }: Props) {
  if (number === null) return <span className="text-ink-2">—</span>;
  if (number.text === null)
    return (
      <span className="text-ink-2">{number.answer === 'blank' ? '—' : answers[number.answer]}</span>
    );
  const text = withoutUnit(number.text, unit);
  if (!number.figures?.length) return text;
  return (
    <TracedNumber id={id} number={{ ...number, text, figures: number.figures }} address={address} />
  );
}
