import { useFormatter, useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import type { FormField } from '@/components/fields/form-field';
import { FieldsForm } from '@/components/fields/fields-form';
import { ClientMessages } from '@/components/layout/client-messages';
import type { TargetLine } from '@/components/targets/targets-form';
import { Sheet } from '@/components/ui/sheet';
import { requireViewer } from '@/lib/auth/viewer';
import { listTargetRequests, type TargetRequest } from '@/lib/data/figures/target-requests';
import type { Action } from '@/lib/domain/access/policy';
import { askTarget, refuseTarget, takeTargetRequestBack } from './actions';

type Props = {
  report: { id: string; allowed: readonly Action[] };
  lines: readonly TargetLine[];
};

const measures = ['target', 'limit'] as const;

/** What the unit above has set is asked for and answered here: the way to ask, and what was asked. */
export async function TargetRequests({ report: { id, allowed }, lines }: Props) {
  const [viewer, t] = await Promise.all([requireViewer(), getTranslations('targets')]);
  const requests = await listTargetRequests(viewer, id);
  const report: FormField = { kind: 'hidden', name: 'reportId', value: id };
  const fixed = lines.flatMap((line) =>
    measures
      .filter((measure) => line[measure].isFixed)
      .map((measure) => ({
        value: `${measure} ${line.code}`,
        label: t('requests.cellOf', {
          ...{ name: line.name, measure: t(measure), value: line[measure].typed },
        }),
      })),
  );
  const mayAsk = allowed.includes('target.ask') && fixed.length > 0;
  if (!mayAsk && requests.length === 0) return null;
  return (
    <Sheet className="mt-4">
      {requests.length > 0 ? <h2>{t('requests.list')}</h2> : null}
      <ul>
        {requests.map((request) => (
          <Request
            key={`${request.measure} ${request.indicator}`}
            request={request}
            name={lines.find(({ code }) => code === request.indicator)?.name ?? request.indicator}
            report={report}
            allowed={allowed}
          />
        ))}
      </ul>
      {mayAsk ? (
        <FoldedStep
          id="ask-target"
          action={askTarget}
          words={{
            ...{ title: t('requests.title'), text: t('requests.text') },
            ...{ submit: t('requests.submit'), saved: t('requests.saved') },
          }}
          fields={[
            report,
            { kind: 'select', name: 'cell', label: t('requests.cell'), options: fixed },
            { kind: 'textarea', name: 'reason', label: t('requests.reason'), rows: 2 },
          ]}
        />
      ) : null}
    </Sheet>
  );
}

type RequestProps = {
  request: TargetRequest;
  name: string;
  report: FormField;
  allowed: readonly Action[];
};

/** One request, how it was answered, and what whoever reads it may do about it. */
function Request({ request, name, report, allowed }: RequestProps) {
  const [t, format] = [useTranslations('targets'), useFormatter()];
  const { indicator, measure, reason, askedBy, askedAt, isGranted, answer, decidedBy } = request;
  const key = isGranted === null ? 'open' : isGranted ? 'granted' : 'refused';
  const cell: FormField = { kind: 'hidden', name: 'cell', value: `${measure} ${indicator}` };
  return (
    <li className="border-t border-line py-2">
      <p>
        {t('requests.asked', {
          ...{ name, measure: t(measure), reason, by: askedBy },
          at: format.dateTime(askedAt, 'day'),
        })}
      </p>
      <p className="text-ink-2">
        {t(`requests.${key}`, { by: decidedBy ?? '', answer: answer ?? '' })}
      </p>
      {key === 'open' ? <Answers fields={[report, cell]} allowed={allowed} /> : null}
    </li>
  );
}

function Answers({ fields, allowed }: { fields: FormField[]; allowed: readonly Action[] }) {
  const t = useTranslations('targets.requests');
  const id = fields.map((field) => ('value' in field ? String(field.value) : '')).join(' ');
  return (
    <>
      {allowed.includes('target.ask') ? (
        <FoldedStep
          id={`back-${id.replaceAll(' ', '-')}`}
          action={takeTargetRequestBack}
          words={{ title: t('takeBack'), submit: t('takeBack'), saved: t('takenBack') }}
          fields={fields}
        />
      ) : null}
      {allowed.includes('target.answer') ? (
        <>
          <p>{t('change')}</p>
          <FoldedStep
            id={`refuse-${id.replaceAll(' ', '-')}`}
            action={refuseTarget}
            words={{ title: t('refuse'), submit: t('refuse'), saved: t('answered') }}
            fields={[
              ...fields,
              { kind: 'textarea', name: 'reason', label: t('refuseReason'), rows: 2 },
            ]}
          />
        </>
      ) : null}
    </>
  );
}

type FoldedProps = Pick<React.ComponentProps<typeof FieldsForm>, 'id' | 'action' | 'fields'> & {
  words: { title: string; text?: string; submit: string; saved: string };
};

/** A step that few take: one line until it is opened. */
function FoldedStep({ words: { title, text, ...said }, ...form }: FoldedProps) {
  return (
    <details className="no-print">
      <summary className="min-h-8">{title}</summary>
      {text ? <p className="max-w-3xl">{text}</p> : null}
      <ClientMessages areas={['fields', 'issues']}>
        <FieldsForm {...form} {...said} />
      </ClientMessages>
    </details>
  );
}
