import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { Table } from '@/components/ui/table';
import type { Indicator, Section } from '@/lib/domain/indicator';
import { ruleOf, type Total } from '@/lib/domain/rollup';
import { printRollUp, printRollUpChange } from '@/lib/domain/rollup-print';
import { withoutUnit } from '@/lib/domain/summary-words';
import { nameOf } from '@/lib/i18n/name-of';

type RolledTotal = Total & { otherDate: number };
type Row = { indicator: Indicator; totals: RolledTotal[]; alike: RolledTotal[] };
type Props = { rows: readonly Row[]; labels: string[]; reported: number; sections: readonly Section[]; cellsOf: (indicator: string) => string };

/** Totals by section: this period, the one before, and the change on what is complete in both. */
export function RollUpTable({ rows, labels, reported, sections, cellsOf }: Props) {
  const [t, locale] = [useTranslations('rollup.table'), useLocale()];
  const groups = sections.map((section) => ({ section, rows: rows.filter(({ indicator }) => indicator.section === section.code) })).filter((group) => group.rows.length > 0);
  return (
    <Table stack stickyHead caption={t('caption')}>
      <thead>
        <tr>
          <th scope="col">{t('indicator')}</th>
          <th scope="col">{t('unit')}</th>
          {labels.map((label) => (
            <th key={label} scope="col" className="number">{label}</th>
          ))}
          <th scope="col" className="number">{t('counted')}</th>
          {labels.length > 1 ? (
            <>
              <th scope="col" className="number">{t('change')}</th>
              <th scope="col" className="number">{t('percent')}</th>
            </>
          ) : null}
        </tr>
      </thead>
      {groups.map(({ section, rows: some }) => (
        <tbody key={section.code}>
          <tr>
            <th scope="rowgroup" colSpan={labels.length + 5} className="pt-4 font-bold">{nameOf(section, locale)}</th>
          </tr>
          {some.map((row) => (
            <tr key={row.indicator.code}>
              <th scope="row" className={row.indicator.partOf ? 'sm:pl-6!' : undefined}>{nameOf(row.indicator, locale)}</th>
              <td data-label={t('unit')} lang="zh-CN" className="whitespace-nowrap text-ink-2">{row.indicator.display.moneyUnit ?? row.indicator.unit}</td>
              {row.totals.map((total, at) => (
                <td key={labels[at]} data-label={labels[at]} className="number">
                  <Cell total={total} indicator={row.indicator} href={at === 0 ? cellsOf(row.indicator.code) : null} />
                </td>
              ))}
              <td data-label={t('counted')} className="number text-ink-2">
                {row.totals[0]?.units ?? 0}/{reported}
              </td>
              {labels.length > 1 ? <Change row={row} /> : null}
            </tr>
          ))}
        </tbody>
      ))}
    </Table>
  );
}

function Cell({ total, indicator, href }: { total: RolledTotal; indicator: Indicator; href: string | null }) {
  const t = useTranslations('rollup.table');
  const text = printRollUp(total, indicator);
  if (text === null) {
    const why = total.why === 'not-summable' ? t('none') : ruleOf(indicator) === 'ratio' ? t('noParts') : '—';
    return href ? <Link href={href} className="text-ink-2">{why}</Link> : <span className="text-ink-2">{why}</span>;
  }
  const number = withoutUnit(text, indicator.display.moneyUnit ?? indicator.unit);
  return (
    <>
      {ruleOf(indicator) === 'highest' ? <span className="text-ink-2">{t('highest')} </span> : null}
      {href ? <Link href={href}>{number}</Link> : number}
      {total.otherDate > 0 ? <span className="block whitespace-normal text-ink-2">{t('otherDate', { count: total.otherDate })}</span> : null}
    </>
  );
}

function Change({ row: { indicator, alike } }: { row: Row }) {
  const t = useTranslations('rollup.table');
  const [now, before] = alike;
  const change = now && before && ruleOf(indicator) !== 'highest' ? printRollUpChange(now, before, indicator) : null;
  return (
    <>
      <td data-label={t('change')} className="number">{change ? withoutUnit(change.amount, indicator.display.moneyUnit ?? indicator.unit) : '—'}</td>
      <td data-label={t('percent')} className="number">{change?.percent ? withoutUnit(change.percent, '%') : '—'}</td>
    </>
  );
}
