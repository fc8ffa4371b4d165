import { getTranslations } from 'next-intl/server';
import type { RedlineRow } from '@/lib/domain/desk/redline';
import { RedlineText } from './redline-text';

type Props = { rows: readonly RedlineRow[]; before: string; after: string };

/** Two texts in two columns, paragraph beside paragraph; on a narrow screen one below the other. */
export async function RedlineTable({ rows, before, after }: Props) {
  const t = await getTranslations('desk.redline');
  const changed = rows.filter(
    (row) =>
      !row.before ||
      !row.after ||
      row.before.some(({ kind }) => kind !== 'same') ||
      row.after.some(({ kind }) => kind !== 'same'),
  ).length;
  return (
    <>
      <p role="status">{changed === 0 ? t('same') : t('count', { count: changed })}</p>
      <table className="redline table">
        <thead>
          <tr>
            <th scope="col">{before}</th>
            <th scope="col">{after}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at} className={row.heading ? 'is-heading' : undefined}>
              {[row.before, row.after].map((pieces, side) => (
                <td key={side} data-label={side === 0 ? before : after}>
                  {pieces ? (
                    <RedlineText pieces={pieces} />
                  ) : (
                    <span className="text-ink-2">{t('empty')}</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
