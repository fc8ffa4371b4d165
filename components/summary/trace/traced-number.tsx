import { traceText, type Traceable } from './trace-key';
import type { SummaryAddress } from '../summary-address';

type Props = { id: string; number: Traceable; address: SummaryAddress };

/** A number as a link to where it comes from. A plain link: it works without scripts, and soft-links.tsx keeps the
 *  page in place where they run. */
export function TracedNumber({ id, number, address }: Props) {
  const trace = traceText(number);
  const isChosen = address.at ? address.at === id : address.trace === trace;
  return (
    <a
      id={id}
      href={address.place(id, trace)}
      aria-current={isChosen || undefined}
      className="traced"
    >
      {number.text}
    </a>
  );
}
