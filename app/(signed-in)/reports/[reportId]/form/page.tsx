import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { ClientMessages } from '@/components/layout/client-messages';
import { ChoiceForm } from '@/components/review/choice-form';
import { ReportTrail } from '@/components/history/report-trail';
import { PageHead } from '@/components/ui/page-head';
import { requireViewer } from '@/lib/auth/viewer';
import { findCatalogue, listChosenIndicators } from '@/lib/data/catalogue/catalogue';
import { findReport } from '@/lib/data/report/reports';
import { nameOf } from '@/lib/i18n/name-of';
import { levelsBelow } from '@/lib/domain/tree/unit';
import type { Locale } from '@/lib/i18n/locales';
import { chooseOptional } from './actions';
import { CoverageForm } from './coverage-form';

type Props = { params: Promise<{ reportId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reports'))('choice.title') };
}

/** Which optional indicators stand on the unit's form, in this and later periods. */
export default async function ChoicePage({ params }: Props) {
  const [viewer, { reportId }, t, locale] = await Promise.all([
    requireViewer(),
    params,
    getTranslations('reports'),
    getLocale(),
  ]);
  const report = await findReport(viewer, reportId);
  if (!report || !report.allowed.includes('form.choose')) notFound();

  const [catalogue, chosen] = await Promise.all([
    findCatalogue(),
    listChosenIndicators(viewer, report.unit.code),
  ]);
  return (
    <>
      <ReportTrail report={report} here={t('choice.title')} />
      <PageHead title={t('choice.title')} meta={t('choice.intro')} />
      {report.allowed.includes('report.fill') && levelsBelow(report.unit.level).length > 0 ? (
        <CoverageForm reportId={report.id} coverage={report.coverage} />
      ) : null}
      <ClientMessages areas={['reports', 'issues']}>
        <ChoiceForm
          action={chooseOptional}
          reportId={report.id}
          sections={optionalOf(catalogue, locale)}
          chosen={chosen}
        />
      </ClientMessages>
    </>
  );
}

/** The optional indicators of every section, and how many stand on every form. */
const optionalOf = (catalogue: Awaited<ReturnType<typeof findCatalogue>>, locale: Locale) =>
  catalogue.sections.map((section) => {
    const here = catalogue.indicators.filter((indicator) => indicator.section === section.code);
    const optional = here.filter(({ core }) => !core);
    return {
      code: section.code,
      name: nameOf(section, locale),
      core: here.length - optional.length,
      optional: optional.map(({ code, name, nameEn, unit, display, definition }) => ({
        code,
        name: nameOf({ name, nameEn }, locale),
        unit: display.moneyUnit ?? unit,
        definition,
      })),
    };
  });
