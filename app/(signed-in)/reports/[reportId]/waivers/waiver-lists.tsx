import { useLocale, useTranslations } from 'next-intl';
import { CheckItem } from '@/components/checking/check-item';
import { ClientMessages } from '@/components/layout/client-messages';
import { WaiverFacts, type Waiver } from '@/components/review/waiver-facts';
import { Sheet } from '@/components/ui/sheet';
import type { CheckResult } from '@/lib/domain/checks/checks';
import { labelOf, previousOf } from '@/lib/domain/tree/period';
import type { readForm } from '../../read-form';
import { FieldsForm } from '@/components/fields/fields-form';
import { ask, takeBack } from '../../waivers/actions';

type Form = NonNullable<Awaited<ReturnType<typeof readForm>>>;

const indicatorsOf = (rows: Form['rows']) =>
  new Map(rows.map(({ indicator }) => [indicator.code, indicator]));

/** What was asked for, and what became of it. */
export function WaiverRequests({
  waivers,
  report,
  rows,
  failing,
}: Pick<Form, 'report' | 'rows'> & {
  waivers: readonly Waiver[];
  failing: readonly CheckResult[];
}) {
  const t = useTranslations('review.waivers');
  return (
    <Sheet className="my-4">
      <h2>{t('requests')}</h2>
      <ul>
        {waivers.map((waiver) => (
          <li key={waiver.code} className="border-t border-line py-3 first-of-type:border-t-0">
            <WaiverFacts waiver={waiver} indicators={indicatorsOf(rows)} />
            <WaiverSteps report={report} waiver={waiver} failing={failing} />
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

/** The checks that fail and for which nobody has asked yet. */
export function FailingChecks({
  failing,
  report,
  rows,
}: Pick<Form, 'report' | 'rows'> & { failing: readonly CheckResult[] }) {
  const t = useTranslations('review.waivers');
  const previous = labelOf(previousOf(report.period), useLocale());
  return (
    <Sheet className="my-4">
      <h2>{t('ask.title')}</h2>
      <ClientMessages areas={['fields', 'check', 'issues']}>
        <ul>
          {failing.map((result) => (
            <CheckItem
              key={result.check.code}
              result={result}
              indicators={indicatorsOf(rows)}
              previous={previous}
              reportId={report.id}
              shape="!"
            >
              <AskWaiver reportId={report.id} check={result.check} />
            </CheckItem>
          ))}
        </ul>
      </ClientMessages>
    </Sheet>
  );
}

type Props = { reportId: string; check: { code: string; kind: string } };

/** Asks the higher union to let the report off one check. */
function AskWaiver({ reportId, check }: Props) {
  const t = useTranslations('review.waivers');
  return (
    <FieldsForm
      id={`ask-${check.code}`}
      action={ask}
      submit={t('ask.submit')}
      saved={t('ask.saved')}
      fields={[
        { kind: 'hidden', name: 'reportId', value: reportId },
        { kind: 'hidden', name: 'check', value: check.code },
        {
          kind: 'textarea',
          name: 'reason',
          label: t('ask.reason'),
          hint: t(`ask.hints.${check.kind === 'quasi' ? 'quasi' : 'mandatory'}`),
          rows: 2,
        },
      ]}
    />
  );
}

type StepsProps = {
  report: { id: string; allowed: readonly string[] };
  waiver: { code: string; decision: 'granted' | 'refused' | null };
  failing: readonly { check: { code: string } }[];
};

/** What is left to do with a request: to take it back while nobody has answered, or to see that it no longer holds. */
function WaiverSteps({ report, waiver: { code, decision }, failing }: StepsProps) {
  const t = useTranslations('review.waivers');
  if (decision === 'granted' && failing.some(({ check }) => check.code === code))
    return <p className="text-attention">{t('outOfDate')}</p>;
  if (decision !== null || !report.allowed.includes('waiver.ask')) return null;
  return (
    <ClientMessages areas={['fields', 'issues']}>
      <FieldsForm
        id={`take-back-${code}`}
        action={takeBack}
        submit={t('takeBack')}
        saved={t('takenBack')}
        fields={[
          { kind: 'hidden', name: 'reportId', value: report.id },
          { kind: 'hidden', name: 'check', value: code },
        ]}
      />
    </ClientMessages>
  );
}
