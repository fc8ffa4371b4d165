import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import type { SectionProgress } from '@/components/board/section-progress';
import { Sheet } from '@/components/ui/sheet';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';

type Props = { title: string; reportId: string; sections: readonly SectionProgress[] };

/** How far each section of a report is: a bar, its two numbers, and what needs a look. */
export function SectionBars({ title, reportId, sections }: Props) {
  const [t, locale] = [useTranslations('home.sections'), useLocale()];
  return (
    <Sheet>
      <h2>{title}</h2>
      <ol className="mt-2 grid gap-x-10 md:grid-cols-2">
        {sections.map(({ section, filled, total, status, marks }) => (
          <li key={section.code} className="relative border-b border-line py-1.5 hover:bg-ground">
            <span className="flex items-baseline justify-between gap-3">
              <Link
                href={paths.section(reportId, section.code)}
                className="after:absolute after:inset-0"
              >
                {nameOf(section, locale)}
              </Link>
              <span className="text-table text-ink-2 tabular-nums">
                {status === 'problem' ? (
                  <span className="mr-2 font-bold text-wrong">! {t('problem')}</span>
                ) : null}
                {marks > 0 ? (
                  <span className="mr-2 text-attention">▲ {t('marks', { count: marks })}</span>
                ) : null}
                {filled}/{total}
              </span>
            </span>
            <Bar part={filled} whole={total} isDone={status === 'done'} />
          </li>
        ))}
      </ol>
    </Sheet>
  );
}

/** A part of a whole as a bar; its numbers stand beside it, so it is hidden from who listens. */
function Bar({ part, whole, isDone }: { part: number; whole: number; isDone: boolean }) {
  const width = whole === 0 ? 0 : (part / whole) * 100;
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 100 4"
      preserveAspectRatio="none"
      className="mt-1 block h-1.5 w-full"
    >
      <rect width="100" height="4" className="fill-line" />
      <rect width={width} height="4" className={isDone ? 'fill-good' : 'fill-act'} />
    </svg>
  );
}
