import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { Tag, type TagKind } from '@/components/ui/tag';
import type { SectionStatus } from '@/lib/domain/report/completeness';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import type { SectionProgress } from './section-progress';

/** The sections of a report as a list of tasks: the whole row leads there; what is done is plain. */
export function SectionList({
  reportId,
  sections,
}: {
  reportId: string;
  sections: readonly SectionProgress[];
}) {
  const t = useTranslations('reports');
  const locale = useLocale();
  return (
    <ol className="border-t border-line">
      {sections.map(({ section, status, filled, total, marks }, index) => (
        <li
          key={section.code}
          className="relative flex min-h-11 flex-wrap items-center gap-x-4 border-b border-line px-1 py-1 hover:bg-ground"
        >
          <span className="w-7 text-right text-ink-2 tabular-nums">{index + 1}</span>
          <Link
            href={paths.section(reportId, section.code)}
            className="basis-[calc(100%-3rem)] after:absolute after:inset-0 sm:grow sm:basis-0"
          >
            {nameOf(section, locale)}
          </Link>
          {marks > 0 ? (
            <span className="max-sm:order-last max-sm:ml-11 max-sm:w-full">
              <Tag kind="attention">{t('sectionMarks', { count: marks })}</Tag>
            </span>
          ) : null}
          <span className="tabular-nums max-sm:ml-11 sm:w-16 sm:text-right">
            {t('sectionFilled', { filled, expected: total })}
          </span>
          <span className="sm:w-32">
            <Tag kind={kinds[status]}>{t(`section.${status}`)}</Tag>
          </span>
        </li>
      ))}
    </ol>
  );
}

const kinds: Record<SectionStatus, TagKind> = {
  'not-started': 'todo',
  filling: 'todo',
  done: 'plain',
  problem: 'wrong',
};
