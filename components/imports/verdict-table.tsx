import { Table } from '@/components/ui/table';

/** What would become of one cell of a file; every text as it is shown. */
export type VerdictRow = { key: string; place: string; name: string; said?: string; period?: string; now: string; typed: string; value?: string; kind: string; verdict: string };

type Props = { label: string; heads: { place: string; name: string; period?: string; now: string; typed: string; value?: string; verdict: string }; rows: readonly VerdictRow[] };

/** What would be written, cell by cell: the verdict in shape, word and colour. */
export function VerdictTable({ label, heads, rows }: Props) {
  return (
    <div className="my-3 max-h-[60vh] overflow-auto border-y border-line" tabIndex={0} role="region" aria-label={label}>
      <Table stickyHead stack>
        <thead>
          <tr>
            <th scope="col">{heads.place}</th>
            <th scope="col">{heads.name}</th>
            {heads.period ? <th scope="col">{heads.period}</th> : null}
            <th scope="col" className="number">{heads.now}</th>
            <th scope="col" className="number">{heads.typed}</th>
            {heads.value ? <th scope="col" className="number">{heads.value}</th> : null}
            <th scope="col">{heads.verdict}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, place, name, said, period, now, typed, value, kind, verdict }) => (
            <tr key={key}>
              <td className="tabular-nums text-ink-2" data-label={heads.place}>{place}</td>
              <td data-label={heads.name}>
                <span>
                  {name}
                  {said && said.trim() !== name ? <span className="block text-table text-ink-2">{said}</span> : null}
                </span>
              </td>
              {heads.period ? <td data-label={heads.period}>{period}</td> : null}
              <td className="number text-ink-2" data-label={heads.now}>{now || '—'}</td>
              <td className="number break-all" data-label={heads.typed}>{typed.slice(0, 60)}</td>
              {heads.value ? <td className="number" data-label={heads.value}>{value || '—'}</td> : null}
              <td className={looks[kind]?.look ?? 'text-ink-2'} data-label={heads.verdict}>
                <span>
                  <span aria-hidden="true">{looks[kind]?.shape ?? '○'} </span>
                  {verdict}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

const looks: Record<string, { shape: string; look: string }> = {
  new: { shape: '＋', look: 'text-good' },
  changed: { shape: '△', look: 'text-act' },
  invalid: { shape: '!', look: 'text-wrong' },
  conflict: { shape: '▲', look: 'text-attention' },
  same: { shape: '＝', look: 'text-ink-2' },
};
