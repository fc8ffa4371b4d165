import { useLocale, useTranslations } from 'next-intl';
import { VerdictTable } from '@/components/imports/verdict-table';
import type { ImportCell } from '@/lib/domain/sheet/plan-import';
import { labelOfCode } from '@/lib/domain/tree/period';
import { nameOf } from '@/lib/i18n/name-of';

type Props = {
  cells: readonly ImportCell[];
  /** Whether the file has several sheets, so that a cell names its own. */
  isSeveral: boolean;
  /** Whether it was read in reports: a figure's place is its sentence. */
  isReading: boolean;
  byCode: ReadonlyMap<string, { name: string; nameEn: string }>;
  /** Name of the unit a cell belongs to, followed by a space; empty for the viewer's own. */
  nameOfOther: (unit: string) => string;
};

/** What each cell of the file would write, and why where it writes nothing. */
export function PlannedCells({ cells, isSeveral, isReading, byCode, nameOfOther }: Props) {
  const [t, issueText] = [useTranslations('sheetImport'), useTranslations('issues')];
  const locale = useLocale();
  const label = (code: string) => (code === '' ? t('unsaid') : labelOfCode(code, locale));
  const verdict = ({ kind, issue, asks }: ImportCell) =>
    asks.length > 0 && (kind === 'ask' || kind === 'odd')
      ? asks
          .map(({ code, params }) =>
            issueText(code as never, params as never).replace(/[。.]$/, ''),
          )
          .join(t('separator'))
      : issue && issueText.has(issue.code as never)
        ? issueText(issue.code as never, issue.params as never)
        : t(`verdict.${kind}`);
  return (
    <VerdictTable
      label={t('table')}
      heads={{
        place: t(isReading ? 'checkColumns.sentence' : 'checkColumns.cell'),
        name: t('checkColumns.indicator'),
        period: t('checkColumns.period'),
        now: t('checkColumns.now'),
        typed: t(isReading ? 'checkColumns.told' : 'checkColumns.text'),
        value: t('checkColumns.value'),
        verdict: t('checkColumns.verdict'),
      }}
      rows={cells.map((cell) => ({
        key: `${cell.sheet} ${cell.address}`,
        place: !isSeveral
          ? cell.address
          : isReading
            ? t('fromText', { text: cell.sheet, sentence: cell.address })
            : t('from', { sheet: cell.sheet, cell: cell.address }),
        name: nameOf(byCode.get(cell.code)!, locale),
        said: cell.label,
        period: `${nameOfOther(cell.unit)}${label(cell.period)}`,
        now: cell.now || '—',
        typed: cell.text.slice(0, 60),
        value: cell.value,
        kind: cell.kind,
        verdict: verdict(cell),
      }))}
    />
  );
}
