import { Table } from '@/components/ui/table';
import { plannedLooks } from './planned-looks';

/** What would become of one figure that comes from elsewhere; every text as it is shown. `said`: what the
 *  file calls the indicator; `note`: what was written on the figure. */
export type VerdictRow = {
  key: string | number;
  place: string | number;
  name: string;
  said?: string;
  period?: string;
  now: string;
  typed: string;
  note?: string;
  value?: string;
  kind: keyof typeof plannedLooks;
  verdict: string;
};

type Props = {
  label: string;
  heads: {
    place: string;
    name: string;
    period?: string;
    now: string;
    typed: string;
    value?: string;
    verdict: string;
  };
  rows: readonly VerdictRow[];
};

/** What would be written, figure by figure: the verdict in shape, word and colour. */
export function VerdictTable({ label, heads, rows }: Props) {
  return (
    <div
      className="my-3 overflow-x-auto border-y border-line sm:max-h-[60vh] sm:overflow-y-auto"
      tabIndex={0}
      role="region"
      aria-label={label}
    >
      <Table stickyHead stack>
        <thead>
          <tr>
            <th scope="col">{heads.place}</th>
            <th scope="col">{heads.name}</th>
            {heads.period ? <th scope="col">{heads.period}</th> : null}
            <th scope="col" className="number">
              {heads.now}
            </th>
            <th scope="col" className="number">
              {heads.typed}
            </th>
            {heads.value ? (
              <th scope="col" className="number">
                {heads.value}
              </th>
            ) : null}
            <th scope="col">{heads.verdict}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, ...row }) => (
            <Row key={key} {...row} heads={heads} />
          ))}
        </tbody>
      </Table>
    </div>
  );
}

function Row({
  heads,
  place,
  name,
  said,
  period,
  now,
  typed,
  note,
  value,
  kind,
  verdict,
}: Omit<VerdictRow, 'key'> & Pick<Props, 'heads'>) {
  return (
    <tr>
      <td className="text-ink-2 tabular-nums" data-label={heads.place}>
        {place}
      </td>
      <td className="sm:min-w-40" data-label={heads.name}>
        <Twofold text={name} below={said && said.trim() !== name ? said : undefined} />
      </td>
      {heads.period ? (
        <td className="sm:whitespace-nowrap" data-label={heads.period}>
          {period}
        </td>
      ) : null}
      <td className="number text-ink-2" data-label={heads.now}>
        {now}
      </td>
      <td className="number break-all" data-label={heads.typed}>
        <Twofold text={typed} below={note} />
      </td>
      {heads.value ? (
        <td className="number" data-label={heads.value}>
          {value || '—'}
        </td>
      ) : null}
      <td className={`${plannedLooks[kind].look} sm:min-w-48`} data-label={heads.verdict}>
        <span>
          <span aria-hidden="true">{plannedLooks[kind].shape} </span>
          {verdict}
        </span>
      </td>
    </tr>
  );
}

function Twofold({ text, below }: { text: string; below: string | undefined }) {
  return (
    <span>
      {text}
      {below ? <span className="block text-table text-ink-2">{below}</span> : null}
    </span>
  );
}
