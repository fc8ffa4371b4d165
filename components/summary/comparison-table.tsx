import { getLocale, getTranslations } from 'next-intl/server';
import { Table } from '@/components/ui/table';
import { isOfTerm, sideOf, sidesOf, sideUnit } from '@/lib/domain/comparison/sides';
import { labelOfCode } from '@/lib/domain/tree/period';
import type { ComparisonRow } from '@/lib/domain/comparison/table';
import type { Segment } from '@/lib/domain/comparison/source';
import type { Summary } from '@/lib/domain/summary/summary';
import { withoutUnit } from '@/lib/domain/summary/words';
import { nameOf } from '@/lib/i18n/name-of';
import { placeIds } from './places';
import type { SummaryAddress } from './summary-address';
import { TracedNumber } from './trace/traced-number';

type Named = { code: string; name: string; nameEn: string };
type Props = { table: Summary['table']; sections: Named[]; address: SummaryAddress };

// A year beside the one or two it is compared with would be lost in the whole width.
const manyColumns = 4;

/** The comparison as a yearbook prints it: by section, parts set in under their whole, every number with its origin. */
export async function ComparisonTable({ table, sections, address }: Props) {
  const [t, common, locale] = await Promise.all([
    getTranslations('summary'),
    getTranslations('common'),
    getLocale(),
  ]);
  const rows = table.rows.map((row, index) => ({ row, index }));
  const groups = sections
    .map((section) => ({
      section,
      rows: rows.filter(({ row }) => row.indicator.section === section.code),
    }))
    .filter((group) => group.rows.length > 0);
  const labels = table.columns.map(({ period, role }) =>
    role === 'total' ? t('table.total') : labelOfCode(period, locale),
  );
  const isTerm = isOfTerm(table);
  const heads = {
    change: t(isTerm ? 'table.termChange' : 'table.change'),
    percent: t(isTerm ? 'table.termPercent' : 'table.percent'),
  };
  const sides = sidesOf(table).map((side) => ({
    side,
    head:
      side === 'average'
        ? t('table.average', table.average ?? { from: '', to: '' })
        : t(`table.${side}`),
  }));
  const width = labels.length + 4 + sides.length;
  const frame =
    table.columns.length < manyColumns ? `is-narrow ${sides.length > 0 ? 'has-sides' : ''}` : '';
  return (
    <>
      <div className={`comparison-frame ${frame}`}>
        <Table stack stickyHead className="comparison" aria-labelledby="comparison">
          <thead>
            <tr>
              <th scope="col">{t('table.indicator')}</th>
              <th scope="col">{t('table.unit')}</th>
              {labels.map((label) => (
                <th key={label} scope="col" className="number">
                  {label}
                </th>
              ))}
              <th scope="col" className="number">
                {heads.change}
              </th>
              <th scope="col" className="number">
                {heads.percent}
              </th>
              {sides.map(({ side, head }) => (
                <th key={side} scope="col" className="number">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          {groups.map((group) => (
            <tbody key={group.section.code}>
              <tr>
                <th scope="rowgroup" colSpan={width} className="pt-4 font-bold">
                  <span className="section-name">{nameOf(group.section, locale)}</span>
                </th>
              </tr>
              {group.rows.map(({ row, index }) => (
                <tr key={`${row.indicator.code}${index}`}>
                  <th scope="row" className={row.indicator.partOf ? 'sm:pl-6' : ''}>
                    {nameOf(row.indicator, locale)}
                  </th>
                  <td
                    data-label={t('table.unit')}
                    lang="zh-CN"
                    className="whitespace-nowrap text-ink-2"
                  >
                    {row.unit}
                  </td>
                  {row.cells.map((cell, column) => (
                    <td key={column} data-label={labels[column]} className="number">
                      <Cell
                        cell={cell}
                        absence={
                          cell.text === null && cell.answer !== 'blank'
                            ? common(`answer.${cell.answer}`)
                            : '—'
                        }
                        unit={row.unit}
                        id={placeIds.cell(index, column)}
                        address={address}
                      />
                    </td>
                  ))}
                  {(['change', 'percent'] as const).map((kind) => (
                    <td key={kind} data-label={heads[kind]} className="number">
                      <Change
                        segment={kind === 'change' ? row.change : row.changePercent}
                        unit={kind === 'change' ? row.unit : '%'}
                        id={placeIds.cell(index, kind)}
                        address={address}
                      />
                    </td>
                  ))}
                  {sides.map(({ side, head }) => (
                    <td key={side} data-label={head} className="number">
                      <Change
                        segment={sideOf(row, side) ?? null}
                        unit={sideUnit(row, side)}
                        id={placeIds.cell(index, side)}
                        address={address}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </Table>
      </div>
      <div lang="zh-CN" className="mt-2 text-table text-ink-2">
        {table.notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </div>
    </>
  );
}

type Place = { unit: string; id: string; address: SummaryAddress };

// A blank is a dash; that something does not apply or could not be had is an answer, in words.
function Cell({
  cell,
  absence,
  unit,
  id,
  address,
}: Place & { cell: ComparisonRow['cells'][number]; absence: string }) {
  if (cell.text !== null)
    return (
      <TracedNumber
        id={id}
        number={{ ...cell, text: withoutUnit(cell.text, unit) }}
        address={address}
      />
    );
  return <span className="text-ink-2">{absence}</span>;
}

function Change({ segment, unit, id, address }: Place & { segment: Segment | null }) {
  if (!segment) return <span className="text-ink-2">—</span>;
  const text = withoutUnit(segment.text, unit);
  if (!segment.figures?.length) return text;
  return (
    <TracedNumber
      id={id}
      number={{ ...segment, text, figures: segment.figures }}
      address={address}
    />
  );
}
