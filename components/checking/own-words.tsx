import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { reviewNotes } from '@/lib/domain/desk/review-notes';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';

type Props = {
  reportId: string;
  notes: Parameters<typeof reviewNotes>[0];
  rows: Parameters<typeof reviewNotes>[1];
  sections: readonly { code: string; name: string; nameEn: string }[];
  names: string[];
};

/** What 亮点 and 举措 say in numbers, beside what the report says: before it is sent and before it is signed. */
export function OwnWords({ reportId, notes, rows, sections, names }: Props) {
  const t = useTranslations('check.ownWords');
  const locale = useLocale();
  const findings = reviewNotes(notes, rows, names);
  const open = findings.filter(({ kind }) => kind !== 'agrees');
  if (findings.length === 0) return null;
  const agreed = t('agree', { count: findings.length - open.length });
  if (open.length === 0) return <p className="mb-4 text-ink-2">{agreed}</p>;
  const isFalse = open.some(({ kind }) => kind === 'contradicts');
  const isFalseFirst = [...open].sort((a, b) => rankOf(a.kind) - rankOf(b.kind));
  return (
    <Notice kind={isFalse ? 'wrong' : 'attention'} title={t('title', { count: open.length })}>
      <ul>
        {isFalseFirst.map(({ section, note, kind, text, indicator, figure }, at) => (
          <li key={at} className="border-t border-line py-1">
            {t(`kinds.${kind}`, {
              text,
              name: indicator ? nameOf(indicator, locale) : '',
              figure: figure ?? '',
            })}{' '}
            <Link href={paths.section(reportId, section)} className="inline-block min-h-6">
              {t('where', {
                section: nameOf(
                  sections.find(({ code }) => code === section)!,
                  locale,
                ),
                note: t(`notes.${note}`),
              })}
            </Link>
          </li>
        ))}
      </ul>
      {findings.length > open.length ? <p className="text-ink-2">{agreed}</p> : null}
    </Notice>
  );
}

const order = ['contradicts', 'claim', 'unsourced'];
const rankOf = (kind: string): number => order.indexOf(kind);
