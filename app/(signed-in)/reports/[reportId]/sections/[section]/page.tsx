import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { nameOf } from '@/lib/i18n/name-of';
import { unitAndPeriod } from '@/lib/i18n/unit-and-period';
import { readStampedForm } from '../../../read-form';
import { EntryPage } from '../entry-page';

type Props = { params: Promise<{ reportId: string; section: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ reportId, section: code }, t, locale] = await Promise.all([
    params,
    getTranslations('entry'),
    getLocale(),
  ]);
  const form = await readStampedForm(reportId);
  const section = form?.sections.find((one) => one.code === code);
  if (!form || !section) return {};
  return {
    title: t('title', { section: nameOf(section, locale), ...unitAndPeriod(form.report, locale) }),
  };
}

/** One section of a report. */
export default async function SectionPage({ params }: Props) {
  const { reportId, section } = await params;
  return <EntryPage reportId={reportId} code={section} />;
}
