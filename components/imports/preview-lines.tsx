import { useLocale, useTranslations } from 'next-intl';
import { Table } from '@/components/ui/table';
import { offlineKinds, type OfflineKind, type OfflineLine } from '@/lib/domain/offline-form';
import { nameOf } from '@/lib/i18n/name-of';

type Name = { name: string; nameEn: string };
/** Whose words: those of a form that came back, or of what another system proposes. */
type Area = 'imports' | 'proposals';
type Props = { lines: readonly OfflineLine[]; area?: Area };

/** How many lines there are of each kind. */
export function PreviewCounts({ lines, area = 'imports' }: Props) {
  const t = useTranslations(area);
  const told = offlineKinds.flatMap((kind) => {
    const found = lines.filter((line) => line.kind === kind).length;
    return found > 0 ? [t(`count.${kind}`, { count: found })] : [];
  });
  return <p role="status" className="font-bold">{told.join(t('separator'))}</p>;
}

/** What would be written, row by row; what nobody touched is counted, not listed. */
export function PreviewLines({ lines, names, area = 'imports' }: Props & { names: Record<string, Name> }) {
  const t = useTranslations(area);
  const news = lines.filter(({ kind }) => kind !== 'same').sort((a, b) => offlineKinds.indexOf(a.kind) - offlineKinds.indexOf(b.kind) || a.line - b.line);
  if (news.length === 0) return null;
  return (
    <div className="my-3 max-h-[60vh] overflow-auto border-y border-line" tabIndex={0} role="region" aria-label={t('table')}>
      <Table stickyHead stack>
        <thead>
          <tr>
            <th scope="col">{t('columns.line')}</th>
            <th scope="col">{t('columns.indicator')}</th>
            <th scope="col" className="number">{t('columns.now')}</th>
            <th scope="col" className="number">{t('columns.typed')}</th>
            <th scope="col">{t('columns.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {news.map((line) => (
            <Row key={line.line} line={line} name={names[line.code]} area={area} />
          ))}
        </tbody>
      </Table>
    </div>
  );
}

function Row({ line, name, area }: { line: OfflineLine; name?: Name; area: Area }) {
  const t = useTranslations(area);
  const issueText = useTranslations('issues');
  const locale = useLocale();
  const { shape, look } = looks[line.kind];
  const verdict = line.kind === 'conflict' ? t('verdict.conflict', { by: line.by ?? t('someone') }) : line.issue ? issueText(line.issue.code as never, line.issue.params as never) : t(`verdict.${line.kind}`);
  return (
    <tr>
      <td className="tabular-nums text-ink-2" data-label={t('columns.line')}>{line.line}</td>
      <td data-label={t('columns.indicator')}>{name ? nameOf(name, locale) : line.label || line.code}</td>
      <td className="number text-ink-2" data-label={t('columns.now')}>{line.now}</td>
      <td className="number" data-label={t('columns.typed')}>
        <span>
          {line.typed}
          {line.note ? <span className="block text-table text-ink-2">{t('noteSaid', { note: line.note })}</span> : null}
        </span>
      </td>
      <td className={look} data-label={t('columns.verdict')}>
        <span>
          <span aria-hidden="true">{shape} </span>
          {verdict}
        </span>
      </td>
    </tr>
  );
}

const looks: Record<OfflineKind, { shape: string; look: string }> = {
  new: { shape: '＋', look: 'text-good' },
  changed: { shape: '△', look: 'text-act' },
  cleared: { shape: '−', look: 'text-attention' },
  wrong: { shape: '!', look: 'text-wrong' },
  conflict: { shape: '▲', look: 'text-attention' },
  outside: { shape: '○', look: 'text-ink-2' },
  same: { shape: '＝', look: 'text-ink-2' },
};
