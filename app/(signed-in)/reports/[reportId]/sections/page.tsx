import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { unitAndPeriod } from '@/lib/i18n/unit-and-period';
import { readStampedForm } from '../../read-form';
import { EntryPage } from './entry-page';

type Props = { params: Promise<{ reportId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ reportId }, t, tools, locale] = await Promise.all([
    params,
    getTranslations('entry'),
    getTranslations('entryTools'),
    getLocale(),
  ]);
  const form = await readStampedForm(reportId);
  if (!form) return {};
  return {
    title: t('title', { section: tools('allTitle'), ...unitAndPeriod(form.report, locale) }),
  };
}

/** All sections of a report in one table: for pasting a whole form, and for going through it without a break. */
export default async function AllSectionsPage({ params }: Props) {
  const { reportId } = await params;
  return <EntryPage reportId={reportId} code={null} />;
}
