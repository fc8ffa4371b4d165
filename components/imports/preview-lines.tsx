import { useLocale, useTranslations } from 'next-intl';
import { offlineKinds, type OfflineLine } from '@/lib/domain/entry/offline-form';
import { nameOf } from '@/lib/i18n/name-of';
import { VerdictTable } from './verdict-table';

type Name = { name: string; nameEn: string };
/** Whose words: those of a form that came back, or of what another system proposes. */
type Area = 'imports' | 'proposals';
type Props = { lines: readonly OfflineLine[]; area?: Area };

/** How many lines there are of each kind. */
export function PreviewCounts({ lines, area = 'imports' }: Props) {
  const t = useTranslations(area);
  const counts = offlineKinds.flatMap((kind) => {
    const found = lines.filter((line) => line.kind === kind).length;
    return found > 0 ? [t(`count.${kind}`, { count: found })] : [];
  });
  return (
    <p role="status" className="font-bold">
      {counts.join(t('separator'))}
    </p>
  );
}

/** What would be written, row by row; what nobody touched is counted, not listed. */
export function PreviewLines({
  lines,
  names,
  area = 'imports',
}: Props & { names: Record<string, Name> }) {
  const [t, issueText, locale] = [useTranslations(area), useTranslations('issues'), useLocale()];
  const news = lines
    .filter(({ kind }) => kind !== 'same')
    .sort((a, b) => offlineKinds.indexOf(a.kind) - offlineKinds.indexOf(b.kind) || a.line - b.line);
  if (news.length === 0) return null;
  const verdict = ({ kind, issue, by }: OfflineLine) => {
    if (kind === 'conflict') return t('verdict.conflict', { by: by ?? t('someone') });
    return issue ? issueText(issue.code as never, issue.params as never) : t(`verdict.${kind}`);
  };
  return (
    <VerdictTable
      label={t('table')}
      heads={{
        place: t('columns.line'),
        name: t('columns.indicator'),
        now: t('columns.now'),
        typed: t('columns.typed'),
        verdict: t('columns.verdict'),
      }}
      rows={news.map((line) => ({
        key: line.line,
        place: line.line,
        name: names[line.code] ? nameOf(names[line.code]!, locale) : line.label || line.code,
        now: line.now,
        typed: line.typed,
        note: line.note && t('noteSaid', { note: line.note }),
        kind: line.kind,
        verdict: verdict(line),
      }))}
    />
  );
}
