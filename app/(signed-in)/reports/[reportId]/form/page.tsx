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
import { coverages } from '@/lib/domain/rollup/coverage';
import { levelsBelow } from '@/lib/domain/tree/unit';
import { FieldsForm } from '@/components/fields/fields-form';
import { Sheet } from '@/components/ui/sheet';
import { chooseCoverage, chooseOptional } from './actions';

type Props = { params: Promise<{ reportId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reports'))('choice.title') };
}

/** Which optional indicators stand on the unit's form, in this and later periods. */
export default async function ChoicePage({ params }: Props) {
  const [viewer, { reportId }, t, coverage, locale] = await Promise.all([
    requireViewer(),
    params,
    getTranslations('reports'),
    getTranslations('rollup.coverage'),
    getLocale(),
  ]);
  const report = await findReport(viewer, reportId);
  if (!report || !report.allowed.includes('form.choose')) notFound();

  const [catalogue, chosen] = await Promise.all([
    findCatalogue(),
    listChosenIndicators(viewer, report.unit.code),
  ]);
  const sections = catalogue.sections.map((section) => {
    const here = catalogue.indicators.filter((indicator) => indicator.section === section.code);
    return {
      code: section.code,
      name: nameOf(section, locale),
      core: here.filter(({ core }) => core).length,
      optional: here
        .filter(({ core }) => !core)
        .map(({ code, name, nameEn, unit, display, definition }) => ({
          code,
          name: nameOf({ name, nameEn }, locale),
          unit: display.moneyUnit ?? unit,
          definition,
        })),
    };
  });
  return (
    <>
      <ReportTrail report={report} here={t('choice.title')} />
      <PageHead title={t('choice.title')} meta={t('choice.intro')} />
      {report.allowed.includes('report.fill') && levelsBelow(report.unit.level).length > 0 ? (
        <ClientMessages areas={['fields', 'issues']}>
          <Sheet className="mb-4">
            <FieldsForm
              id="coverage"
              action={chooseCoverage}
              submit={coverage('save')}
              saved={coverage('saved')}
              fields={[
                { kind: 'hidden', name: 'reportId', value: report.id },
                {
                  kind: 'radio',
                  name: 'coverage',
                  label: coverage('title'),
                  hint: coverage('intro'),
                  value: report.coverage,
                  options: coverages.map((value) => ({ value, label: coverage(value) })),
                },
              ]}
            />
          </Sheet>
        </ClientMessages>
      ) : null}
      <ClientMessages areas={['reports', 'issues']}>
        <ChoiceForm
          action={chooseOptional}
          reportId={report.id}
          sections={sections}
          chosen={chosen}
        />
      </ClientMessages>
    </>
  );
}
