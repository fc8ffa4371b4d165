'use client';

import { useTranslations } from 'next-intl';
import type { FormAction } from '@/components/imports/form-state';
import { Button } from '@/components/ui/button';
import { Field, fileStyle } from '@/components/ui/field';
import { refuseLargerThan } from '@/components/ui/file-limit';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { useKeptForm } from '@/components/ui/use-kept-form';
import type { PeriodChoice } from './proposal-row';

const pasted = ['1', '2'] as const;
const places = ['1', '2', '3'] as const;

/** Old reports to be read: two pasted, up to three files, several years at once. */
export function ReportUpload({
  action,
  periods,
}: {
  action: FormAction;
  periods: readonly PeriodChoice[];
}) {
  const t = useTranslations('oldReports');
  const issueText = useTranslations('issues');
  const [{ issues, values }, send, isReading] = useKeptForm(action, { issues: [], values: {} });
  const choices = [
    { value: '', label: t('guess') },
    ...periods.map(({ code, label }) => ({ value: code, label })),
  ];
  return (
    <form action={send}>
      {issues.map(({ code, params }) => (
        <Notice
          key={code}
          kind="wrong"
          role="alert"
          title={issueText.has(code as never) ? issueText(code as never, params as never) : code}
        />
      ))}
      <div className="grid items-start gap-x-4 *:min-w-0 sm:grid-cols-2">
        {pasted.map((place) => (
          <div key={place}>
            <Textarea
              id={`text${place}`}
              label={t('paste', { place })}
              rows={6}
              defaultValue={values[`text${place}`]?.[0]}
            />
            <Select id={`textPeriod${place}`} label={t('period')} options={choices} />
          </div>
        ))}
      </div>
      <p id="file-hint" className="mt-2 text-ink-2">
        {t('fileHint')}
      </p>
      <div className="grid items-start gap-x-4 *:min-w-0 sm:grid-cols-3">
        {places.map((place) => (
          <FilePlace key={place} place={place} choices={choices} />
        ))}
      </div>
      <Button kind="primary" disabled={isReading}>
        {isReading ? t('reading') : t('read')}
      </Button>
    </form>
  );
}

type PlaceProps = { place: string; choices: { value: string; label: string }[] };

/** One file, and the period that it reports. */
function FilePlace({ place, choices }: PlaceProps) {
  const t = useTranslations('oldReports');
  const issueText = useTranslations('issues');
  const id = `file${place}`;
  return (
    <div>
      <Field id={id} label={t('file', { place })}>
        <input
          id={id}
          name={id}
          type="file"
          accept=".docx,.doc,.pdf,.html,.htm,.txt"
          aria-describedby="file-hint"
          onChange={refuseLargerThan(5, issueText('file-too-large', { most: '5' }))}
          className={fileStyle}
        />
      </Field>
      <Select id={`period${place}`} label={t('period')} options={choices} />
    </div>
  );
}
