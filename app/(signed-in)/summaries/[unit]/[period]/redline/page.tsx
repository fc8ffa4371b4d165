import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import '@/components/desk/redline/redline.css';
import { RedlineTable } from '@/components/desk/redline/redline-table';
import { SummaryTrail } from '@/components/summary/summary-trail';
import { Button } from '@/components/ui/button';
import { PageHead } from '@/components/ui/page-head';
import { Select } from '@/components/ui/select';
import { requireViewer } from '@/lib/auth/viewer';
import { redline } from '@/lib/domain/desk/redline';
import { labelOfCode } from '@/lib/domain/tree/period';
import { decodeScope, paths } from '@/lib/paths';
import { findText, listTexts, type TextChoice } from './texts';

type Props = {
  params: Promise<{ unit: string; period: string }>;
  searchParams: Promise<{ before?: string; after?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.redline'))('title') };
}

/** Two editions, or the texts of two years, side by side. */
export default async function RedlinePage({ params, searchParams }: Props) {
  const [asked, wanted, viewer, t, locale] = await Promise.all([
    params,
    searchParams,
    requireViewer(),
    getTranslations('desk.redline'),
    getLocale(),
  ]);
  const { unit, period } = decodeScope(asked);
  const choices = await listTexts(viewer, unit, period);
  const own = choices.filter((choice) => choice.period === period);
  if (own.length === 0) notFound();
  const find = (value: string | undefined) => choices.find((choice) => choice.value === value);
  // Unless asked otherwise: the last two editions; the edition and what is being written; this year and the last.
  const after = find(wanted.after) ?? own.at(-1)!;
  const before = find(wanted.before) ?? choices[choices.indexOf(after) - 1] ?? choices[0]!;
  const [left, right] = await Promise.all([
    findText(viewer, unit, before),
    findText(viewer, unit, after),
  ]);
  if (!left || !right) notFound();
  const nameOfText = ({ period: of, kind, number }: TextChoice) =>
    t(kind, { period: labelOfCode(of, locale), number });
  const options = choices.map((choice) => ({ value: choice.value, label: nameOfText(choice) }));
  return (
    <>
      <SummaryTrail unit={unit} period={period} here={t('title')} />
      <PageHead title={t('title')} meta={t('legend')} />
      <form
        method="get"
        action={paths.redline(unit, period)}
        className="no-print flex flex-wrap items-end gap-x-6"
      >
        <Select id="before" label={t('before')} defaultValue={before.value} options={options} />
        <Select id="after" label={t('after')} defaultValue={after.value} options={options} />
        <div className="mb-4">
          <Button>{t('show')}</Button>
        </div>
      </form>
      <RedlineTable
        rows={redline(left, right)}
        before={nameOfText(before)}
        after={nameOfText(after)}
      />
    </>
  );
}
